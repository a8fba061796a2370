const express = require('express');
const { LoanRepository } = require('./LoanRepository');
const { LoanService } = require('./LoanService');

const service = new LoanService(new LoanRepository(), process.env.JWT_SECRET);
const app = express();

app.use(express.json());
app.use((req, res, next) => { req.body ??= {}; next(); });

app.post('/login', (req, res) => {
  if (!req.body.username) return res.status(400).json({ error: 'Tell us who you are' });
  res.json(service.open(req.body.username));
});
app.post('/token', (req, res) => res.json(service.renew(req.body.refreshToken)));
app.post('/logout', (req, res) => {
  service.close(req.body.refreshToken);
  res.sendStatus(204);
});
app.get('/me', (req, res) => {
  const [type, card] = (req.headers.authorization || '').split(' ');
  res.json({ username: service.readerOf(type === 'Bearer' ? card : undefined) });
});

// eslint-disable-next-line no-unused-vars
app.use((err, req, res, next) => res.status(err.status || 500).json({ error: err.message }));

app.listen(process.env.PORT || 3000);
