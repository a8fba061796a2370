const express = require("express");

const MINUTE = 60 * 1000;

const limits = {
  login: { windowMs: 15 * MINUTE, limit: 20 },
  token: { windowMs: 15 * MINUTE, limit: 1 }, // here
  logout: { windowMs: 15 * MINUTE, limit: 20 },
};

// counts what went well, for each address
const rateLimit = ({ windowMs, limit }) => {
  const since = new Map();
  return (req, res, next) => {
    const now = Date.now();
    const calls = (since.get(req.ip) || []).filter((at) => at > now - windowMs);
    if (calls.length >= limit) return res.status(429).json({ error: "Too many requests" });
    res.on("finish", () => {
      if (res.statusCode < 400) since.set(req.ip, [...calls, now]);
    });
    next();
  };
};

const limiter = (name) => rateLimit({ ...limits[name] });

const app = express();
app.use(express.json());

const refreshTokens = [];

app.post("/login", limiter("login"), (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", limiter("token"), (req, res) => {
  const token = req.body?.refreshToken;
  if (!refreshTokens.includes(token)) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", limiter("logout"), (req, res) => {
  const token = req.body?.refreshToken;
  for (let i = refreshTokens.length - 1; i >= 0; i--) {
    if (refreshTokens[i] === token) refreshTokens.splice(i, 1);
  }
  res.status(204).end();
});

app.listen(3000);
