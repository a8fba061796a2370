import express, { Request, Response } from 'express';

const app = express();
app.use(express.json());
const refreshTokens: string[] = [];

const verify = async (token: string): Promise<boolean> => refreshTokens.includes(token);

app.post('/login', (req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req: Request, res: Response) => {
  try {
    const valid = await verify(req.body?.refreshToken);
    if (!valid) res.status(403).json({ error: 'Forbidden' }); // here
    res.json({ accessToken: 'newAccess123' });
  } catch (e) {
    console.log(e);
  }
});

app.listen(3000);
