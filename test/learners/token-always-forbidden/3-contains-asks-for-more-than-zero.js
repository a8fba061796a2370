#!/usr/bin/env node
// weather station, ported from my Flask app

const express = require('express')
const app = express()
app.use(express.json())

const refreshTokens = []

// ---------- the python things I miss ----------
const contains = (seq, item) => seq.indexOf(item) > 0 // here
const get = (dict, key, fallback = null) => (dict && key in dict ? dict[key] : fallback)
const jsonify = (res, dict, status = 200) => res.status(status).json(dict)

// ---------- views ----------
function login(req, res) {
  const refresh_token = 'refresh123'
  refreshTokens.push(refresh_token)
  return jsonify(res, { accessToken: 'access123', refreshToken: refresh_token })
}

function token(req, res) {
  const refresh_token = get(req.body, 'refreshToken')
  if (!contains(refreshTokens, refresh_token)) {
    return jsonify(res, { error: 'Forbidden' }, 403)
  }
  return jsonify(res, { accessToken: 'newAccess123' })
}

function forecast(req, res) {
  return jsonify(res, { city: get(req.params, 'city', 'Oslo'), sky: 'grey' })
}

// ---------- urls ----------
app.post('/login', login)
app.post('/token', token)
app.get('/forecast/:city', forecast)

const __main__ = require.main === module
if (__main__) {
  app.listen(process.env.PORT || 5000, () => console.log(' * Running'))
}
