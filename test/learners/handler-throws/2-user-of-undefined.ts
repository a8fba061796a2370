import express, { Request, Response, NextFunction } from 'express';

type User = { id: number; name: string; lastLogin?: Date };

const users: User[] = [{ id: 1, name: 'admin' }];
const refreshTokens: string[] = [];
const app = express();
app.use(express.json());

app.post('/login', (req: Request, res: Response) => {
  const user = users.find((u) => u.id === 2) as User;
  user.lastLogin = new Date(); // here
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.use((err: Error, req: Request, res: Response, next: NextFunction) => {
  console.error(err.message);
  res.status(500).json({ message: 'Something went wrong' });
});

app.listen(3000);
