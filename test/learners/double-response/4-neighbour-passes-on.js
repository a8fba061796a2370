const express = require("express");

let refreshTokens = [];

function createApp() {
  const app = express();
  app.use(express.json());

  app.post("/login", (req, res) => {
    refreshTokens.push("refresh123");
    res.json({ accessToken: "access123", refreshToken: "refresh123" });
  });

  app.post("/token", (req, res) => {
    if (!refreshTokens.includes(req.body?.refreshToken)) return res.status(403).json({ error: "Forbidden" });
    res.json({ accessToken: "newAccess123" });
  });

  app.post("/logout", (req, res) => {
    refreshTokens.forEach((token, at) => {
      if (token === req.body?.refreshToken) {
        refreshTokens.splice(at, 1);
        return res.sendStatus(204); // here
      }
    });
    res.sendStatus(204);
  });

  app.use((req, res, next) => {
    console.log(req.method, req.path);
    next();
  });

  return app;
}

createApp().listen(3000);
