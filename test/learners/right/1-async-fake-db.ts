import express, { Request, Response, NextFunction } from 'express';

type Tokens = { accessToken: string; refreshToken: string };

const app = express();
app.use(express.json());

async function issueTokens(): Promise<Tokens> {
  await new Promise((r) => setTimeout(r, 20));
  return { accessToken: 'access123', refreshToken: 'refresh123' };
}

app.post('/login', async (req: Request, res: Response, next: NextFunction) => {
  try {
    const tokens = await issueTokens();
    res.status(200).json(tokens);
  } catch (e) {
    next(e);
  }
});

const port = Number(process.env.PORT ?? 3000);
app.listen(port, () => console.log(`⚡ on ${port}`));
