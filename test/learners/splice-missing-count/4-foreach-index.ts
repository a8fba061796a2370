import express, { Request, Response } from "express";

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

app.post("/login", (_: Request, res: Response) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req: Request, res: Response) => {
  const { refreshToken } = req.body;
  if (refreshTokens.indexOf(refreshToken) < 0) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req: Request, res: Response) => {
  const { refreshToken } = req.body;
  refreshTokens.forEach((token, i) => {
    if (token === refreshToken) {
      refreshTokens.splice(i); // here
    }
  });
  res.sendStatus(204);
});

export default app;
