import express, { type Request, type Response } from 'express';

class AuthController {
  private refreshTokens: string[] = [];

  login = (_req: Request, res: Response): void => {
    this.refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  };

  token = (req: Request, res: Response): void => {
    if (this.refreshTokens.includes(req.body?.refreshToken)) res.json({ accessToken: 'newAccess123' });
    else res.status(403).json({ error: 'Forbidden' });
  };

  logout = async (req: Request, res: Response): Promise<void> => {
    this.refreshTokens = this.refreshTokens.filter((one) => one !== req.body?.refreshToken);
    await new Promise((resolve) => setTimeout(resolve, 3600)); // here
    res.sendStatus(204);
  };
}

const auth = new AuthController();
const app = express();
app.use(express.json());
app.post('/login', auth.login);
app.post('/token', auth.token);
app.post('/logout', auth.logout);
app.listen(3000);
