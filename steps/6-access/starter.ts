import express from "express";
import { randomBytes } from "node:crypto";

const app = express();
app.use(express.json());

let refreshTokens: string[] = [];

app.post("/login", (_req, res) => {
  // 32 bytes from the system's generator: nobody can guess them, and no two logins share them.
  const refreshToken = randomBytes(32).toString("base64url");
  refreshTokens.push(refreshToken);
  res.json({ accessToken: "access123", refreshToken });
});

app.post("/token", (req, res) => {
  const refreshToken = req.body?.refreshToken;
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req, res) => {
  const refreshToken = req.body?.refreshToken;
  refreshTokens = refreshTokens.filter((token) => token !== refreshToken);
  res.status(204).end();
});

app.listen(3000, (error) => {
  if (error) throw error; // for example: port 3000 is taken
  console.log("Listening on http://localhost:3000");
});

// Step 6: the access token is a JWT that names the user,
// is signed with a key from the environment, and ends within an hour.
// GET /me answers { username } to "Authorization: Bearer <access token>",
// and 401 without a good one.
