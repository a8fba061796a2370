const express = require("express")
const app = express()

// leer el cuerpo de la petición
app.use(express.raw({ type: "application/json" })) // here

const refreshTokens = []

app.post("/login", async (req, res) => {
  // TODO: comprobar usuario y contraseña
  refreshTokens.push("refresh123")
  return res.json({
    accessToken: "access123",
    refreshToken: "refresh123",
  })
})

app.post("/token", async (req, res) => {
  const { refreshToken } = req.body
  const existe = refreshTokens.some((t) => t === refreshToken)
  return existe
    ? res.json({ accessToken: "newAccess123" })
    : res.status(403).json({ error: "Forbidden" })
})

module.exports = app
