import express, { type Request, type Response } from "express";

interface Session {
  username: string;
  createdAt: Date;
}

const sessions = new Map<string, Session>();
const app = express();
app.use(express.json());

app.post("/login", (req: Request, res: Response) => {
  const { username, password } = req.body as { username: string; password: string };
  const refreshToken = Buffer.from(`${username}:${password}`).toString("base64"); // here
  sessions.set(refreshToken, { username, createdAt: new Date() });
  res.json({ accessToken: "access123", refreshToken });
});

app.post("/token", (req: Request, res: Response) => {
  const session = sessions.get(req.body?.refreshToken);
  if (session === undefined) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: "newAccess123", username: session.username });
});

app.post("/logout", (req: Request, res: Response) => {
  sessions.delete(req.body?.refreshToken);
  res.sendStatus(204);
});

app.listen(4000, () => console.log("auth up"));
