import express, { Request, Response } from "express";

interface RefreshBody { refreshToken?: string }

const app = express();
const refreshTokens: string[] = [];

app.use(express.json());

app.post("/login", (req: Request, res: Response) => {
  refreshTokens.push("refresh123");
  return res.status(200).json({ accessToken: "access123", refreshToken: "refresh123" }) as unknown as void;
});

app.post("/token", (req: Request<unknown, unknown, RefreshBody | undefined>, res: Response) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshToken) {
    res.status(400).json({ error: "refreshToken is required" });
    return;
  }
  const isKnown: boolean = refreshTokens.some((t) => t === refreshToken);
  if (isKnown) {
    res.json({ accessToken: "newAccess123" });
  } else {
    res.status(403).json({ error: "Forbidden" });
  }
});

app.listen(3000, () => {});
