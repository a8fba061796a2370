import { Router, type Request } from "express";
import type { AuthService } from "./auth.service";

const tokenOf = (req: Request): string => String(req.body?.refreshToken ?? "");

export class AuthController {
  readonly router = Router();

  constructor(private readonly auth: AuthService) {
    this.router.post("/login", async (_req, res) => void res.json(await this.auth.login()));
    this.router.post("/token", async (req, res) => void res.json(await this.auth.renew(tokenOf(req))));
    this.router.post("/logout", async (req, res) => {
      const removed = await this.auth.logout(tokenOf(req));
      res.status(204).set("X-Removed", String(removed)).end();
    });
  }
}
