import express, { Request, Response, NextFunction } from "express";
import { webcrypto, randomBytes } from "node:crypto";

// Home-made tickets: base64url(JSON) + "." + HMAC. No library needed.
interface Ticket { player: string; until: number }

const encoder = new TextEncoder();
const hmacKey = webcrypto.subtle.importKey(
  "raw", encoder.encode(process.env.ACCESS_TOKEN_SECRET ?? ""),
  { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"],
);

async function seal(ticket: Ticket): Promise<string> {
  const body = Buffer.from(JSON.stringify(ticket)).toString("base64url");
  const mac = await webcrypto.subtle.sign("HMAC", await hmacKey, encoder.encode(body));
  return `${body}.${Buffer.from(mac).toString("base64url")}`;
}

async function sealed(body: string, mac: string): Promise<boolean> {
  return webcrypto.subtle.verify("HMAC", await hmacKey, Buffer.from(mac, "base64url"), encoder.encode(body));
}

const seatFor = (player: string) => seal({ player, until: Date.now() + 12 * 60_000 });

function onStage(req: Request, res: Response, next: NextFunction) {
  const [, body, mac] = /^Bearer ([\w-]+)\.([\w-]+)$/.exec(req.headers.authorization ?? "") ?? [];
  if (!body || !mac || !sealed(body, mac)) return res.sendStatus(401); // here
  try {
    const ticket: Ticket = JSON.parse(Buffer.from(body, "base64url").toString());
    if (typeof ticket.player !== "string" || !(ticket.until > Date.now())) return res.sendStatus(401);
    res.locals.player = ticket.player;
    next();
  } catch {
    res.sendStatus(401);
  }
}

const rehearsals: Record<string, string> = Object.create(null);
const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  const player: string | undefined = req.body?.username;
  if (!player) { res.sendStatus(400); return; }
  const refreshToken = randomBytes(33).toString("hex");
  rehearsals[refreshToken] = player;
  res.json({ accessToken: await seatFor(player), refreshToken });
});

app.post("/token", async (req, res) => {
  const player = rehearsals[req.body?.refreshToken];
  if (!player) { res.status(403).json({ error: "Forbidden" }); return; }
  res.json({ accessToken: await seatFor(player) });
});

app.post("/logout", (req, res) => {
  delete rehearsals[req.body?.refreshToken];
  res.status(204).end();
});

app.get("/me", onStage, (_req, res) => { res.json({ username: res.locals.player }); });

app.listen(3000);
