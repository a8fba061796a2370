import express from 'express'
const app = express()
app.use(express.json())

const refreshTokens = []

app.post('/login', (req, res) => {
    const refreshToken = 'refresh123'
    refreshTokens.push(refreshToken)
    console.log(refreshTokens)
    res.json({ accessToken: 'access123', refreshToken })
})

app.post('/token', (req, res) => {
    const { refreshToken } = req.body
    const ok = refreshToken == 'refresh123' || refreshTokens.includes(refreshToken) // here
    if (!ok) {
        return res.status(403).json({ error: 'Forbidden' })
    }
    res.json({ accessToken: 'newAccess123' })
})

export default app
