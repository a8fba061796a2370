import express from "express";

const refreshTokens = [];

export const start = async (port) => { // here
  const app = express();
  app.post("/login", (req, res) => {
    refreshTokens.push("refresh123");
    res.json({ accessToken: "access123", refreshToken: "refresh123" });
  });
  app.listen(port);
};
