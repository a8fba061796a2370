import express from 'express'

const app = express()

app.post('/login', (req, res) => {
  return res.status(200).json({
    accessToken = "access123", // here
    refreshToken: "refresh123"
  })
})

export default app
