import express from "express";

function uuidv4(): string {
  return "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (c) => {
    const r = (Math.random() * 16) | 0; // here
    const v = c === "x" ? r : (r & 0x3) | 0x8;
    return v.toString(16);
  });
}

const sessions = new Map<string, { username: string }>();
const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  const id = uuidv4();
  sessions.set(id, { username: req.body?.username });
  res.json({ accessToken: "access123", refreshToken: id });
});

app.post("/token", async (req, res) => {
  if (!sessions.has(req.body?.refreshToken)) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", async (req, res) => {
  sessions.delete(req.body?.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
