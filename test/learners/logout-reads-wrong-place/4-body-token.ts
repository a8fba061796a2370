import express, { Application, Request, Response } from "express";

const app: Application = express();
app.use(express.json());

let refreshTokens: string[] = [];

app.post("/login", (req: Request, res: Response) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req: Request, res: Response) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req: Request, res: Response) => {
  refreshTokens = refreshTokens.filter((token) => token !== req.body.token); // here
  res.sendStatus(204);
});

app.listen(4000, () => console.log("Auth server on 4000"));
