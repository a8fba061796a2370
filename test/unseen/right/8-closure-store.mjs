import express from "express";
import jwt from "jsonwebtoken";
import { createHash, randomBytes } from "node:crypto";

function createStore({ lifetime, now = Date.now }) {
  const entries = new Map();
  const digest = (token) => createHash("sha512").update(token, "utf8").digest("hex");
  const sweep = () => entries.forEach(({ end }, key) => end <= now() && entries.delete(key));

  return Object.freeze({
    create(owner) {
      sweep();
      const token = randomBytes(36).toString("base64url");
      entries.set(digest(token), { owner, end: now() + lifetime });
      return token;
    },
    ownerOf(token) {
      sweep();
      return entries.get(digest(token))?.owner;
    },
    drop(token) {
      return entries.delete(digest(token));
    },
  });
}

const store = createStore({ lifetime: 14 * 24 * 60 * 60 * 1000 });
const key = process.env.JWT_SECRET;

const app = express();
app.use(express.json());

app
  .post("/login", ({ body: { username } }, res) => {
    res.status(201).json({
      accessToken: jwt.sign({ username }, key, { expiresIn: "5m" }),
      refreshToken: store.create(username),
    });
  })
  .post("/token", ({ body }, res) => {
    const username = store.ownerOf(body?.refreshToken ?? "");
    if (!username) return void res.sendStatus(403);
    res.json({ accessToken: jwt.sign({ username }, key, { expiresIn: "5m" }) });
  })
  .post("/logout", ({ body }, res) => {
    store.drop(body?.refreshToken ?? "");
    res.sendStatus(204);
  })
  .get("/me", ({ headers }, res) => {
    try {
      const { username } = jwt.verify(headers.authorization.split(" ")[1], key);
      res.json({ username });
    } catch {
      res.sendStatus(401);
    }
  });

app.listen(3000);
