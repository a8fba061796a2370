import express, { type RequestHandler } from "express";
import jwt from "jsonwebtoken";
import { createHmac, randomBytes } from "node:crypto";

type Seconds = number;
type Tree = Readonly<{ owner: string; plantedAt: Seconds }>;

const need = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`Please set ${name}`);
  return value;
};

const accessSecret = need("ACCESS_TOKEN_SECRET");
const pepper = need("REFRESH_TOKEN_SECRET");
const clock = (): Seconds => Date.now() / 1000;
const LIFE: Seconds = 21 * 24 * 3600;

// The state is never changed, only replaced.
let orchard: ReadonlyMap<string, Tree> = new Map();

const keyOf = (token: unknown) => createHmac("sha256", pepper).update(`${token}`).digest("base64url");

const graft = (tree: Tree, instead?: string) => {
  const refreshToken = randomBytes(32).toString("base64url");
  const kept = [...orchard].filter(([key, { plantedAt }]) => key !== instead && plantedAt + LIFE > clock());
  orchard = new Map([...kept, [keyOf(refreshToken), tree]]);
  const accessToken = jwt.sign({ owner: tree.owner }, accessSecret, { expiresIn: 300 });
  return { accessToken, refreshToken };
};

const login: RequestHandler = (req, res) => {
  const owner: unknown = req.body?.username;
  if (typeof owner === "string" && owner) res.json(graft({ owner, plantedAt: clock() }));
  else res.status(400).json({ error: "Bad Request" });
};

const token: RequestHandler = (req, res) => {
  const key = keyOf(req.body?.refreshToken);
  const tree = orchard.get(key);
  if (tree && tree.plantedAt + LIFE > clock()) res.json(graft(tree, key));
  else res.status(403).json({ error: "Forbidden" });
};

const logout: RequestHandler = (req, res) => {
  const gone = keyOf(req.body?.refreshToken);
  orchard = new Map([...orchard].filter(([key]) => key !== gone));
  res.sendStatus(204);
};

const me: RequestHandler = (req, res) => {
  const [, bearer = ""] = (req.headers.authorization ?? "").match(/^Bearer (\S+)$/) ?? [];
  try {
    const claims = jwt.verify(bearer, accessSecret, { algorithms: ["HS256"] }) as jwt.JwtPayload;
    res.json({ username: claims["owner"] });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
};

express()
  .use(express.json())
  .post("/login", login)
  .post("/token", token)
  .post("/logout", logout)
  .get("/me", me)
  .listen(3000, () => console.log("apples"));
