import express, { type Request, type Response } from "express";

const app = express();

let refreshToken: string[] = []; // here

app.post("/login", (_: Request, res: Response) => {
  refreshToken.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

export = app;
