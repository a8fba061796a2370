"use strict";
const express = require("express");

/** Thrown on purpose, translated by the handler at the bottom. */
class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

let refreshTokens = [];

const wait = () => new Promise((resolve) => setImmediate(resolve));

async function findToken(value) {
  await wait();
  return refreshTokens.find((t) => t === value);
}

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  refreshTokens = refreshTokens.concat("refresh123");
  res.status(201).json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res, next) => {
  findToken(req.body && req.body.refreshToken)
    .then((found) => {
      if (!found) throw new HttpError(403, "Forbidden");
      res.json({ accessToken: "newAccess123" });
    })
    .catch(next)
    .finally(() => next()); // here
});

app.use((req, res) => {
  res.status(404).json({ error: "Not Found" });
});

app.use((err, req, res, next) => {
  if (res.headersSent) return next(err);
  res.status(err.status || 500).json({ error: err.message });
});

app.listen(3000, () => console.log("wiki up"));
