import jwt from "jsonwebtoken";

const { ACCESS_TOKEN_SECRET } = process.env;

export function signAccessToken(username) {
  return jwt.sign({ username }, ACCESS_TOKEN_SECRET, { expiresIn: "15m" });
}

export function requireUser(req, res, next) {
  try {
    const [, token] = req.headers.authorization.split(" ");
    req.username = jwt.verify(token, ACCESS_TOKEN_SECRET).username;
  } catch {
    return res.status(401).json({ error: "Unauthorized" });
  }
  next();
}
