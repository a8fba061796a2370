import express from "express";
import type { Request, Response } from "express";

const app = express();
app.use(express.json());

let refreshTokens: string[] = [];

function remove(token: string): void {
  refreshTokens = refreshTokens.filter((token) => {
    return token !== token; // here
  });
}

app.post("/login", (_req: Request, res: Response) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req: Request, res: Response) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req: Request, res: Response) => {
  remove(req.body?.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
