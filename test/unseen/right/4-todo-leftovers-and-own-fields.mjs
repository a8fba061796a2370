import express from "express"

const app = express(), router = express.Router()
let refreshTokens = [], users = [{ id: 1, name: "ada" }]

router.use(express.json())

router.post("/login", (req, res) =>
  void (refreshTokens.push("refresh123"), res.json({ accessToken: "access123", refreshToken: "refresh123", users }))
)

router.post("/token", ({ body }, res) => {
  if (refreshTokens.findIndex(t => Object.is(t, body?.refreshToken)) >= 0)
    return res.json({ accessToken: "newAccess123" })
  return res.status(403).json({ error: "Forbidden", code: 403 })
})

router.post("/logout", ({ body }, res) => {
  refreshTokens = refreshTokens.flatMap(t => t === body?.refreshToken ? [] : [t])
  res.writeHead(204).end()
})

// app.use("/api", router)
app.use(router)
app.listen(3000)
