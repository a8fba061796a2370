import { Router } from "express";

const router = Router();
router.post("/register", (_req, res) => {
  res.status(201).end();
});

export default router;
