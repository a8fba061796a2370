import express, { type Request, type Response, type NextFunction } from "express";

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

app.post("/login", (_req: Request, res: Response) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req: Request, res: Response) => {
  const authHeader = req.headers["authorization"];
  const token = authHeader?.split(" ")[1]; // here
  if (!token || !refreshTokens.includes(token)) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: "newAccess123" });
});

app.use((err: Error, _req: Request, res: Response, _next: NextFunction) => {
  console.error(err.stack);
  res.status(500).json({ error: "Something broke" });
});

app.listen(Number(process.env.PORT) || 3000);
