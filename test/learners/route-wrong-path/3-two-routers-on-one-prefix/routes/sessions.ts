import { Router } from "express";

const router = Router();
const refreshTokens: string[] = [];

router.post("/login", (_req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

router.post("/token", (req, res) => {
  if (!refreshTokens.includes(req.body.refreshToken)) return res.status(403).json({ error: "Forbidden" });
  return res.json({ accessToken: "newAccess123" });
});

export default router;
