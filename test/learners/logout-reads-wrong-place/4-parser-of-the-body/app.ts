import express, { type NextFunction, type Request, type Response } from "express";
import { parseLogout, parseRenew } from "./dto";
import * as tokens from "./token-store";

const app = express();
app.use(express.json());

app.post("/login", (_req: Request, res: Response) => {
  res.json({ accessToken: "access123", refreshToken: tokens.issue() });
});

app.post("/token", (req: Request, res: Response) => {
  const { refreshToken } = parseRenew(req.body);
  if (!tokens.has(refreshToken)) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req: Request, res: Response) => {
  const { refreshToken } = parseLogout(req.body);
  tokens.revoke(refreshToken);
  res.status(204).send();
});

app.use((err: Error, _req: Request, res: Response, _next: NextFunction) => {
  res.status(500).json({ error: err.message });
});

app.listen(3000, () => console.log("escape room api"));
