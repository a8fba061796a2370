import express, { type Request, type Response } from "express";

interface TokenBody {
  refreshToken?: string;
}

interface Pair {
  accessToken: string;
  refreshToken: string;
}

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

const issuePair = (): Pair => {
  const pair: Pair = { accessToken: "access123", refreshToken: "refresh123" };
  refreshTokens.push(pair.refreshToken);
  return pair;
};

const without = <T>(list: T[], item: T): T[] => list.filter((entry) => entry === item); // here

const replaceAll = (next: string[]): void => {
  refreshTokens.splice(0, refreshTokens.length, ...next);
};

app.post("/login", (_req: Request, res: Response) => {
  res.status(200).json(issuePair());
});

app.post("/token", (req: Request<{}, {}, TokenBody>, res: Response) => {
  const { refreshToken = "" } = req.body ?? {};
  if (!refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req: Request<{}, {}, TokenBody>, res: Response) => {
  const { refreshToken = "" } = req.body ?? {};
  replaceAll(without(refreshTokens, refreshToken));
  res.status(204).send();
});

export default app;

app.listen(Number(process.env.PORT ?? 3000));
