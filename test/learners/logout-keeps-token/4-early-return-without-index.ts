import express from "express";
import type { Request, Response } from "express";

const refreshTokens: string[] = [];
const app = express();
app.use(express.json());

app.post("/login", (_req: Request, res: Response) => {
  refreshTokens.push("refresh123");
  res.status(201).json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req: Request, res: Response) => {
  const known = refreshTokens.some((token) => token === req.body?.refreshToken);
  if (!known) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req: Request, res: Response) => {
  const position = refreshTokens.findIndex((token) => token === req.body?.refreshToken);
  if (!position) { // here
    res.sendStatus(204);
    return;
  }
  if (position !== -1) refreshTokens.splice(position, 1);
  res.sendStatus(204);
});

app.listen(3000);
