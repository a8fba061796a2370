import { EventEmitter } from "node:events";
import crypto from "crypto";
import express, { Request, Response, Router } from "express";
import jwt from "jsonwebtoken";

enum TokenState {
  Fresh,
  Used,
  Revoked,
}

interface TokenRecord {
  family: number;
  username: string;
  state: TokenState;
  expires: number;
}

const records = new Map<string, TokenRecord>();
const security = new EventEmitter();
let families = 0;

// whoever shows a used token ends its family
security.on("reuse", (family: number) => {
  records.forEach((record) => {
    if (record.family === family) record.state = TokenState.Revoked;
  });
});

const sha256 = (token: unknown): string => crypto.createHash("sha256").update(`${token}`).digest("hex");

const grant = (username: string, family: number, lifetime = 15 * 24 * 60 * 60 * 1000) => {
  const refreshToken = crypto.randomBytes(32).toString("hex");
  records.set(sha256(refreshToken), {
    family,
    username,
    state: TokenState.Fresh,
    expires: Date.now() + lifetime,
  });
  return {
    accessToken: jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET as jwt.Secret, { expiresIn: "15m" }),
    refreshToken,
  };
};

const router: Router = Router();

router.post("/login", (req: Request, res: Response) => {
  res.json(grant(req.body.username, ++families));
});

router.post("/token", (req: Request, res: Response) => {
  const record = records.get(sha256(req.body?.refreshToken));
  if (record?.state === TokenState.Used) security.emit("reuse", record.family);
  if (record?.state !== TokenState.Fresh || record.expires < Date.now()) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  record.state = TokenState.Used;
  res.json(grant(record.username, record.family, record.expires)); // here
});

router.post("/logout", (req: Request, res: Response) => {
  const record = records.get(sha256(req.body?.refreshToken));
  if (record) record.state = TokenState.Revoked;
  res.sendStatus(204);
});

router.get("/me", (req: Request, res: Response) => {
  try {
    const token = req.headers["authorization"]!.split(" ")[1]!;
    const { username } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET as jwt.Secret) as { username: string };
    res.json({ username });
  } catch {
    res.sendStatus(401);
  }
});

const app = express();
app.use(express.json());
app.use(router);
app.listen(3000);
