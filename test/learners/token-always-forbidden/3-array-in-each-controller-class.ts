import express, { type Request, type Response } from 'express';

class LoginController {
  private refreshTokens: string[] = [];
  handle = (_req: Request, res: Response): void => {
    this.refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  };
}

class TokenController {
  private refreshTokens: string[] = []; // here
  handle = (req: Request, res: Response): void => {
    if (this.refreshTokens.includes(req.body?.refreshToken)) res.json({ accessToken: 'newAccess123' });
    else res.status(403).json({ error: 'Forbidden' });
  };
}

const app = express();
app.use(express.json());
app.post('/login', new LoginController().handle);
app.post('/token', new TokenController().handle);
app.listen(3000);
