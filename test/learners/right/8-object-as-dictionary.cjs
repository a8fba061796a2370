"use strict";

const crypto = require("crypto");
const express = require("express");
const jsonwebtoken = require("jsonwebtoken");

const app = express();

const db = Object.create(null);

app.use(express.json());

function digest(value) {
  var h = crypto.createHash("sha256");
  h.update(value, "utf8");
  return h.digest("hex");
}

app.post("/login", function (req, res) {
  var username = req.body.username;
  var refreshToken = crypto.randomBytes(40).toString("hex");
  var expires = new Date();
  expires.setDate(expires.getDate() + 7);
  db[digest(refreshToken)] = { username: username, expires: expires };
  res.json({
    accessToken: jsonwebtoken.sign({ username: username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "5m" }),
    refreshToken: refreshToken,
  });
});

app.post("/token", function (req, res) {
  var sent = req.body.refreshToken || "";
  var row = db[digest(sent)];
  if (row === undefined || row.expires < new Date()) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({
    accessToken: jsonwebtoken.sign({ username: row.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "5m" }),
  });
});

app.post("/logout", function (req, res) {
  var sent = req.body.refreshToken || "";
  delete db[digest(sent)];
  res.status(204).send();
});

app.get("/me", function (req, res) {
  var auth = req.headers.authorization;
  if (!auth || auth.indexOf("Bearer ") !== 0) {
    res.status(401).json({ error: "Unauthorized" });
    return;
  }
  jsonwebtoken.verify(auth.substring(7), process.env.ACCESS_TOKEN_SECRET, function (err, decoded) {
    if (err) {
      res.status(401).json({ error: "Unauthorized" });
    } else {
      res.json({ username: decoded.username });
    }
  });
});

module.exports = app;
