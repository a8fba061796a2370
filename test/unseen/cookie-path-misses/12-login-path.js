var express = require("express");
var jwt = require("jsonwebtoken");
var crypto = require("crypto");
var fs = require("fs");

var app = express();
app.use(express.json());

var FILE = "rt.json";
var rt = {};
if (fs.existsSync(FILE)) rt = JSON.parse(fs.readFileSync(FILE));

function md(x) {
  return crypto.createHash("sha256").update(x).digest("hex");
}

function put() {
  fs.writeFileSync(FILE, JSON.stringify(rt));
}

function cookieFrom(req) {
  var m = (req.headers.cookie || "").match(/(?:^|; )rt=([0-9a-f]+)/);
  return m ? m[1] : "";
}

function answer(res, user, sid) {
  var t = crypto.randomBytes(32).toString("hex");
  rt[md(t)] = { user: user, sid: sid, exp: Date.now() + 5 * 86400000, n: 0 };
  put();
  res.setHeader("Set-Cookie", [
    "rt=" + t + "; Path=/login; HttpOnly; Secure; SameSite=Strict; Max-Age=" + 5 * 86400, // here
    "lang=en; Path=/; Secure; SameSite=Lax",
  ]);
  res.setHeader("Cache-Control", "no-store");
  res.end(JSON.stringify({ accessToken: jwt.sign({ user: user }, process.env.JWT_SECRET, { expiresIn: 900 }) }));
}

function kill(sid) {
  for (var k in rt) if (rt[k].sid === sid) delete rt[k];
  put();
}

app.post("/login", function (req, res) {
  res.type("json");
  answer(res, req.body.username, crypto.randomBytes(12).toString("hex"));
});

app.post("/token", function (req, res) {
  res.type("json");
  var r = rt[md(cookieFrom(req))];
  if (!r) return res.status(401).end('{"error":"unknown"}');
  if (r.n++ > 0) {
    kill(r.sid);
    return res.status(401).end('{"error":"used"}');
  }
  if (r.exp < Date.now()) return res.status(401).end('{"error":"old"}');
  answer(res, r.user, r.sid);
});

app.post("/logout", function (req, res) {
  var r = rt[md(cookieFrom(req))];
  if (r) kill(r.sid);
  res.setHeader("Set-Cookie", "rt=; Path=/login; HttpOnly; Secure; SameSite=Strict; Max-Age=0");
  res.writeHead(204);
  res.end();
});

app.get("/me", function (req, res) {
  var h = (req.headers.authorization || "").split(" ");
  jwt.verify(h[0] === "Bearer" ? h[1] : "", process.env.JWT_SECRET, function (e, p) {
    if (e) return res.status(401).json({ error: "no" });
    res.json({ username: p.user });
  });
});

app.listen(3000);
