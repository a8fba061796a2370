import { Router, type Request, type Response } from "express";
import { InvalidTokenError, type TokenService } from "./service.js";

export function buildRouter(service: TokenService): Router {
  const router = Router();

  router.post("/login", (req: Request, res: Response) => {
    res.json(service.authenticate(req.body.username));
  });

  router.post("/token", (req: Request, res: Response) => {
    try {
      res.json(service.exchange(req.body?.refreshToken));
    } catch (error) {
      if (!(error instanceof InvalidTokenError)) throw error;
      res.status(401).json({ error: "invalid_grant", error_description: error.message });
    }
  });

  router.post("/logout", (req: Request, res: Response) => {
    service.revoke(req.body?.refreshToken);
    res.status(204).end();
  });

  router.get("/me", (req: Request, res: Response) => {
    const [, token] = (req.get("authorization") ?? "").match(/^Bearer (\S+)$/) ?? [];
    try {
      res.json({ username: service.subjectOf(token ?? "") });
    } catch {
      res.set("WWW-Authenticate", "Bearer").status(401).end();
    }
  });

  return router;
}
