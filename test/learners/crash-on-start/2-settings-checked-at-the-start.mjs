import express from 'express';

const wanted = ['PORT', 'DATABASE_URL', 'JWT_ACCESS_SECRET'];
const problems = wanted
  .filter((name) => process.env[name] === undefined)
  .map((name) => ({ code: 'invalid_type', path: [name], message: 'expected string, received undefined' }));
if (problems.length > 0) throw new TypeError(JSON.stringify(problems, null, 2)); // here

const app = express();
const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(process.env.PORT);
