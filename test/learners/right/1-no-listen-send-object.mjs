import express from 'express'

const app = express()

app.post('/login', function login(request, response) {
  response.status(201).send({
    message: 'Welcome!',
    accessToken: 'access123',
    refreshToken: 'refresh123',
    tokenType: 'Bearer'
  })
})
