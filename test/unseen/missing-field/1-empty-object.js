const express = require('express')

let app = express()

app.post('/login', async (req, res) => {
    let tokens = {}
    // tokens.accessToken = 'access123'
    // tokens.refreshToken = 'refresh123'
    res.status(200).json(tokens) // here
})

app.listen(3000)
