import express, { type Request, type Response } from "express";

const app = express();
app.use(express.json());

let refreshTokens: string[] = [];
const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

app.post("/login", (_req: Request, res: Response) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req: Request, res: Response) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", async (req: Request, res: Response) => {
  const gone: string | undefined = req.body?.refreshToken;
  res.sendStatus(204); // here
  await sleep(150);
  refreshTokens = refreshTokens.filter((token) => token !== gone);
});

app.listen(3000, () => console.log("up"));
