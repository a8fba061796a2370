import * as express from "express";

const refreshTokens: string[] = [];

export function registerRoutes(app: express.Express): void {
  app.post("/login", (_req: express.Request, res: express.Response) => {
    refreshTokens.push("refresh123");
    res.json({ accessToken: "access123", refreshToken: "refresh123" });
  });
  app.post("/token", (req: express.Request, res: express.Response) => {
    if (!refreshTokens.includes(req.body?.refreshToken)) {
      res.status(403).json({ error: "Forbidden" });
      return;
    }
    res.json({ accessToken: "newAccess123" });
  });
}
