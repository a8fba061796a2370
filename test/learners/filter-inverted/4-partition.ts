import express from "express";
import type { Request, Response } from "express";

interface Partition<T> {
  kept: T[];
  dropped: T[];
}

/** Splits a list in two. The predicate says what is dropped. */
function partition<T>(list: readonly T[], drop: (item: T) => boolean): Partition<T> {
  const result: Partition<T> = { kept: [], dropped: [] };
  for (const item of list) {
    (drop(item) ? result.dropped : result.kept).push(item);
  }
  return result;
}

let refreshTokens: string[] = [];

const app = express();
app.use(express.json({ limit: "10kb" }));

app.post("/login", (_req: Request, res: Response) => {
  refreshTokens.push("refresh123");
  res.status(200).json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req: Request, res: Response) => {
  const refreshToken = req.body?.refreshToken as string | undefined;
  const known = refreshTokens.some((candidate) => candidate === refreshToken);
  if (!known) {
    return void res.status(403).json({ error: "Forbidden" });
  }
  res.status(200).json({ accessToken: "newAccess123" });
});

app.post("/logout", (req: Request, res: Response) => {
  const refreshToken = req.body?.refreshToken as string | undefined;
  const { kept, dropped } = partition(refreshTokens, (candidate) => candidate !== refreshToken); // here
  refreshTokens = kept;
  console.info(`${dropped.length} session(s) closed`);
  res.status(204).end();
});

export default app;

app.listen(Number(process.env.PORT) || 3000);
