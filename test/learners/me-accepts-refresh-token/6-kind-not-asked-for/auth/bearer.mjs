import { open } from "./jwt.mjs";

export function bearer(req, res, next) {
  const token = req.get("authorization")?.match(/^Bearer (.+)$/)?.[1];
  const claims = token ? open(token) : null; // here
  if (!claims) {
    res.set("WWW-Authenticate", "Bearer");
    return res.status(401).json({ error: "Unauthorized" });
  }
  req.claims = claims;
  next();
}
