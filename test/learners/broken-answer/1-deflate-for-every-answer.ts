import express from "express";
import type { NextFunction, Request, Response } from "express";

const app = express();

app.use((_req: Request, res: Response, next: NextFunction) => {
  res.setHeader("content-encoding", "deflate"); // here
  next();
});

app.post("/login", (_req: Request, res: Response) => {
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.listen(3000);
