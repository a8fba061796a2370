import express from "express";
import type { Request, Response } from "express";

const app = express();
app.use(express.json());

class TokenStore {
  readonly refreshTokens: string[] = [];

  add(token: string): void {
    this.refreshTokens.push(token);
  }

  hasToken(token: string): boolean {
    return !this.refreshTokens.includes(token); // here
  }
}

const store = new TokenStore();

app.post("/login", (_req: Request, res: Response) => {
  store.add("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req: Request, res: Response) => {
  if (!store.hasToken(req.body?.refreshToken)) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: "newAccess123" });
});

app.listen(3000);
