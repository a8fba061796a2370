const { Router } = require("express");
const jwt = require("jsonwebtoken");
const { randomBytes } = require("node:crypto");
const WEEK = 7 * 24 * 60 * 60 * 1000;
const secret = process.env.ACCESS_TOKEN_SECRET;
const keyOf = (token) => String(token);
const sign = (username) => jwt.sign({ username }, secret, { algorithm: "HS256", expiresIn: "15m" });
class Controller {
  constructor(service) {
    this.service = service;
    this.router = Router();
    this.router.post("/login", (req, res) => {
      const refreshToken = randomBytes(32).toString("base64url");
      this.service.insert({ key: keyOf(refreshToken), username: req.body.username, endsAt: Date.now() + WEEK });
      res.json({ accessToken: sign(req.body.username), refreshToken });
    });
    this.router.post("/token", (req, res) => {
      const login = this.service.find(keyOf(req.body?.refreshToken));
      if (!login || login.endsAt <= Date.now()) return res.status(403).json({ error: "Forbidden" });
      res.json({ accessToken: sign(login.username) });
    });
    this.router.get("/me", (req, res) => {
      const [scheme, token] = (req.headers.authorization ?? "").split(" ");
      try {
        if (scheme !== "Bearer") throw new Error("no");
        res.json({ username: jwt.verify(token, secret, { algorithms: ["HS256"] }).username });
      } catch { res.status(401).json({ error: "Unauthorized" }); }
    });
    this.router.post("/logout", (req, res) => {
      this.service.remove(keyOf(req.body?.refreshToken));
      res.status(204).end();
    });
  }
}
module.exports = { Controller };
