import express from 'express';

const app = express();
const refreshTokens = [];

app.use(express.json());

app
  .post('/login', async (req, res) => {
    const refreshToken = 'refresh123';
    refreshTokens.push(refreshToken);
    return res.json({ accessToken: 'access123', refreshToken });
  })
  .post('/token', async (req, res) => {
    const { refreshToken } = req.body;
    if (!refreshTokens.includes({ refreshToken })) { // here
      return res.status(403).json({ error: 'Forbidden' });
    }
    return res.json({ accessToken: 'newAccess123' });
  });

export default app;
