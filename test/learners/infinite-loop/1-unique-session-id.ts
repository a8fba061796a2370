import express, { Request, Response } from 'express';

const app = express();
const sessionIds: number[] = [1];

function nextId(): number {
  let id = 1;
  while (sessionIds.includes(id)) { // here
    id = sessionIds.length;
  }
  return id;
}

app.post('/login', (req: Request, res: Response) => {
  const session = nextId();
  res.json({ accessToken: 'access123', refreshToken: 'refresh123', session });
});

app.listen(3000);
