import express from 'express';
import mysql from 'mysql2/promise'; // here

const pool = mysql.createPool({ host: 'localhost', database: 'auth' });
const app = express();
const refreshTokens = [];

app.post('/login', async (req, res) => {
  await pool.query('INSERT INTO logins VALUES (NOW())');
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(4000);
