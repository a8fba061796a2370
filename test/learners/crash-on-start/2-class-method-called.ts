import express, { type Request, type Response } from 'express';

class Auth {
  refreshTokens: string[] = [];
  login(req: Request, res: Response): any {
    const { username } = req.body;
    this.refreshTokens.push('refresh123');
    res.json({ username, accessToken: 'access123', refreshToken: 'refresh123' });
  }
}

const auth = new Auth();
const app = express();
app.use(express.json());
app.post('/login', (auth as any).login()); // here
app.listen(3000);
