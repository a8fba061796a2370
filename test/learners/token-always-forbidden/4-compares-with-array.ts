import express, { Request, Response } from "express";

const app = express();

app.use(express.json());

let refreshTokens: any = [];

app.post("/login", (req: Request, res: Response) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req: Request, res: Response) => {
  const { refreshToken } = req.body;
  if (refreshToken === refreshTokens) { // here
    res.json({ accessToken: "newAccess123" });
  } else {
    res.status(403).json({ error: "Forbidden" });
  }
});

app.post("/logout", (req: Request, res: Response) => {
  const { refreshToken } = req.body;
  refreshTokens = refreshTokens.filter((t: string) => t !== refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
