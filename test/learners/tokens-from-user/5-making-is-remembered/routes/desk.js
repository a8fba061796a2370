const { Router } = require('express');
const { visitPass, refreshPass } = require('../lib/passes');

const desk = Router();
const issued = new Map(); // refresh pass -> reader

desk.post('/login', (req, res) => {
  const reader = String(req.body?.username ?? '');
  if (!reader) return res.status(400).json({ problem: 'Who are you?' });
  const pass = refreshPass(reader);
  issued.set(pass, reader);
  return res.status(201).json({ accessToken: visitPass(reader), refreshToken: pass });
});

desk.post('/token', (req, res) => {
  const reader = issued.get(req.body?.refreshToken);
  if (reader === undefined) return res.status(403).json({ error: 'Forbidden' });
  return res.json({ accessToken: visitPass(reader) });
});

desk.post('/logout', (req, res) => {
  issued.delete(req.body?.refreshToken);
  res.status(204).end();
});

module.exports = desk;
