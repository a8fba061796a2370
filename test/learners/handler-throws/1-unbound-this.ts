import express, { Request, Response, Router } from 'express';
class AuthController {
  private refreshTokens: string[] = [];
  login(req: Request, res: Response) {
    this.refreshTokens.push('refresh123'); // here
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  }
}
const controller = new AuthController();
const router = Router();
router.post('/login', controller.login);
const app = express();
app.use(express.json(), router);
app.listen(3000);
