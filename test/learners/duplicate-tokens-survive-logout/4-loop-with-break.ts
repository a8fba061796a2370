import express, { Request, Response } from "express";

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

app.post("/login", (_req: Request, res: Response) => {
  refreshTokens.push("refresh123");
  res.status(200).json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req: Request, res: Response) => {
  const refreshToken = req.body?.refreshToken;
  if (!refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: "Forbidden" });
  } else {
    res.json({ accessToken: "newAccess123" });
  }
});

app.post("/logout", (req: Request, res: Response) => {
  const refreshToken = req.body?.refreshToken;
  for (let i = 0; i < refreshTokens.length; i++) {
    if (refreshTokens[i] === refreshToken) {
      refreshTokens.splice(i, 1); // here
      break;
    }
  }
  res.sendStatus(204);
});

app.listen(3000);
