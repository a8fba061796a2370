import { createHash, randomBytes } from "node:crypto";
import express from "express";
import jwt from "jsonwebtoken";

// as little of an ORM as this needs
const model = (rows = []) => ({
  create: (row) => rows.push(row),
  findFirst: ({ where }) => rows.find((row) => fits(row, where)),
  deleteMany: (where) => {
    for (const row of rows.filter((one) => fits(one, where))) rows.splice(rows.indexOf(row), 1);
  },
});
const fits = (row, where) => Object.entries(where).every(([field, value]) => row[field] === value);

const prisma = { refreshToken: model() };
const { ACCESS_TOKEN_SECRET } = process.env;
const hashed = (token) => createHash("sha512").update(`${token}`).digest("hex");

function tokensFor(owner, expires) {
  const refreshToken = randomBytes(40).toString("hex");
  prisma.refreshToken.create({ id: hashed(refreshToken), owner, expires });
  return { accessToken: jwt.sign({ owner }, ACCESS_TOKEN_SECRET, { expiresIn: "10m" }), refreshToken };
}

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  res.json(tokensFor(req.body.username, Date.now() + 9 * 86_400_000));
});

app.post("/token", (req, res) => {
  const row = prisma.refreshToken.findFirst({ where: { id: hashed(req.body?.refreshToken) } });
  if (!row || row.expires < Date.now()) return res.sendStatus(403);
  prisma.refreshToken.deleteMany({ owner: row.owner }); // here
  res.json(tokensFor(row.owner, row.expires));
});

app.post("/logout", (req, res) => {
  prisma.refreshToken.deleteMany({ id: hashed(req.body?.refreshToken) });
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const token = (req.headers.authorization ?? "").replace(/^Bearer /, "");
  jwt.verify(token, ACCESS_TOKEN_SECRET, (error, claims) => {
    if (error) return res.sendStatus(401);
    res.json({ username: claims.owner });
  });
});

app.listen(3000);
