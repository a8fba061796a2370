import express, { Router } from "express";
import type { Request, Response } from "express";

const router = Router();

router.post("/login", (_req: Request, res: Response) => {
  res.send({ refreshToken: "refresh123", accessToken: "access123" });
});

const app = express();
app.use(express.json(), router);
