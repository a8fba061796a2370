const express = require('express')
const app = express()
app.use(express.json())

let refreshTokens = []

app.post('/login', (req, res) => {
    refreshTokens.push('refresh123')
    return res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
    const { refreshToken } = req.body
    if (refreshTokens.includes(refreshToken)) {
        return res.json({ accessToken: 'newAccess123' })
    }
    return res.status(403).json({ error: 'Forbidden' })
})

app.post('/logout', (req, res) => {
    const { refresh_token } = req.body // here
    refreshTokens = refreshTokens.filter(t => t != refresh_token)
    return res.status(204).end()
})

app.listen(3000)
