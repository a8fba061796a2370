'use strict'
const express = require('express') // here
const store = require('./store')
const app = express()
app.use(express.json())

app.post('/login', store.login)
app.post('/token', store.token)
app.post('/logout', store.logout)

app.listen(3000)
