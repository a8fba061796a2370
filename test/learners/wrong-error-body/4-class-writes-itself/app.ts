import express from "express";
import type { ErrorRequestHandler, RequestHandler } from "express";
import { HttpError, forbidden, notFound } from "./http-error";

const app = express();
let refreshTokens: string[] = [];

const login: RequestHandler = (_req, res) => {
  const refreshToken = "refresh123";
  refreshTokens = refreshTokens.concat(refreshToken);
  res.json({ accessToken: "access123", refreshToken });
};

const renew: RequestHandler = (req, res, next) => {
  const refreshToken = req.body?.refreshToken;
  if (refreshTokens.indexOf(refreshToken) < 0) return next(forbidden());
  res.json({ accessToken: "newAccess123" });
};

const logout: RequestHandler = (req, res) => {
  const refreshToken = req.body?.refreshToken;
  refreshTokens = refreshTokens.filter((t) => t !== refreshToken);
  res.sendStatus(204);
};

const onError: ErrorRequestHandler = (err, _req, res, next) => {
  if (res.headersSent) return next(err);
  if (err instanceof HttpError) {
    res.status(err.statusCode).json(err);
    return;
  }
  res.status(500).json({ error: "Internal Server Error" });
};

app.use(express.json());
app.post("/login", login);
app.post("/token", renew);
app.post("/logout", logout);
app.use((req, _res, next) => next(notFound(req.path)));
app.use(onError);

app.listen(3000);
