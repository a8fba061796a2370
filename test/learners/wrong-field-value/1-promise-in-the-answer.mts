import express from "express";
import type { Request, Response } from "express";

const app = express();

class Signer {
  async sign(kind: string): Promise<string> {
    return kind === "access" ? "access123" : "refresh123";
  }
}

const signer = new Signer();

app.post("/login", async (_req: Request, res: Response) => {
  res.json({
    accessToken: await signer.sign("access"),
    refreshToken: signer.sign("refresh"), // here
  });
});

app.listen(3000);
