const { EventEmitter } = require("node:events");
const express = require("express");
const app = express();
const refreshTokens = [];
const events = new EventEmitter();
const EVENT = { issued: "token-issued", given: "token-given" };

// prettier-ignore
events.on(EVENT.issued, (token) => { // here
  refreshTokens.push(token);
});

app.post("/login", (req, res) => {
  events.emit(EVENT.given, "refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.listen(3000);
