const express = require("express");
const jwt = require("jsonwebtoken");
const crypto = require("crypto");

const app = express();
app.use(express.json());

// what is good right now: "<device id>" -> hash of the token that device holds
const devices = new Map();

const sha1 = (s) => crypto.createHash("sha1").update(s).digest("hex");

function sign(username, device) {
  const accessToken = jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });
  const refreshToken = jwt.sign({ username, device, r: crypto.randomBytes(16).toString("hex") }, process.env.REFRESH_TOKEN_SECRET, {
    expiresIn: "10d",
  });
  devices.set(device, sha1(refreshToken));
  return { accessToken, refreshToken };
}

function check(token) {
  let claims;
  try {
    claims = jwt.verify(token, process.env.REFRESH_TOKEN_SECRET);
  } catch (e) {
    // bad signature, so this device must not come back
    devices.delete(deviceOf(token)); // here
    return null;
  }
  if (devices.get(claims.device) !== sha1(token)) return null;
  return claims;
}

function deviceOf(token) {
  try {
    return jwt.decode(token).device;
  } catch (e) {
    return undefined;
  }
}

app.post("/login", (req, res) => {
  const device = crypto.randomBytes(6).toString("hex");
  res.json(sign(req.body.username, device));
});

app.post("/token", (req, res) => {
  const claims = check(req.body.refreshToken);
  if (claims === null) {
    res.status(403).json({ error: "Forbidden" });
  } else {
    res.json(sign(claims.username, claims.device));
  }
});

app.post("/logout", (req, res) => {
  const claims = check(req.body.refreshToken);
  if (claims !== null) devices.delete(claims.device);
  res.status(204).end();
});

app.get("/me", (req, res) => {
  const bearer = (req.headers.authorization || "").split(" ");
  jwt.verify(bearer[1] || "", process.env.ACCESS_TOKEN_SECRET, function (err, claims) {
    if (err) res.status(401).json({ error: "Unauthorized" });
    else res.json({ username: claims.username });
  });
});

app.listen(3000);
