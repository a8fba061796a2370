import express from "express";

const app = express();
app.use(express.json());

const hits = new Map();

function limiter(req, res, next) {
  const seen = (hits.get(req.ip) ?? 0) + 1;
  hits.set(req.ip, seen);
  if (seen > 1) {
    res.status(429).send("slow down"); // here
    return;
  }
  next();
}

let refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", limiter, (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: "newAccess123" });
});

app.listen(process.env.PORT ?? 3000);
