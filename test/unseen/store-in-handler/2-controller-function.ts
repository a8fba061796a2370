import express, { Request, Response } from 'express';

const loginController = async (req: Request, res: Response): Promise<void> => {
  let refreshTokens: string[] = []; // here
  const refreshToken = 'refresh123';
  refreshTokens = [...refreshTokens, refreshToken];
  console.log(refreshTokens);
  res.status(200).json({ accessToken: 'access123', refreshToken });
};

const app = express();
app.use(express.json());
app.route('/login').post(loginController);
app.listen(3000);
