const express = require("express");
const cookieParser = require("cookie-parser");
const jwt = require("jsonwebtoken");
const cors = require("./cors");
const logins = require("./logins");

const app = express();
app.use(cors(["https://app.my-shop.com", "http://localhost:5173"]));
app.use(express.json());
app.use(cookieParser());

const cookie = { httpOnly: true, secure: true, sameSite: "strict", path: "/" };

function send(res, { username, token }) {
  res.set("Cache-Control", "no-store");
  res.cookie("__Host-login", token, { ...cookie, maxAge: 6048e5 });
  res.json({ accessToken: jwt.sign({ username }, process.env.JWT_SECRET, { expiresIn: "10m" }) });
}

app.post("/login", (req, res) => send(res, logins.begin(req.body.username)));
app.post("/token", (req, res) => {
  const next = logins.next(req.cookies["__Host-login"]);
  if (!next) return res.status(403).json({ error: "Forbidden" });
  send(res, next);
});
app.post("/logout", (req, res) => {
  logins.end(req.cookies["__Host-login"]);
  res.clearCookie("__Host-login", cookie);
  res.status(204).end();
});
app.get("/me", (req, res) => {
  try {
    const claims = jwt.verify(req.headers.authorization.slice(7), process.env.JWT_SECRET, { algorithms: ["HS256"] });
    res.json({ username: claims.username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});
app.listen(3000);
