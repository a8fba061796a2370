const express = require("express");
const { webcrypto } = require("crypto");

function generateToken() {
  const bytes = new Uint8Array(24);
  webcrypto.getRandomValues(bytes);
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

const app = express();
app.use(express.json());

const refreshTokens = new Map();

app.post("/login", (req, res) => {
    const username = req.body.username;
    const refreshToken = generateToken();
    refreshTokens.set(refreshToken, username);
    return res.json({ accessToken: "access123", refreshToken: refreshToken });
});

app.post("/token", (req, res) => {
    const refreshToken = req.body.refreshToken;
    const username = refreshTokens.get(refreshToken);
    if (username) {
        return res.json({ accessToken: "newAccess123" });
    } else {
        return res.status(403).json({ error: "Forbidden" });
    }
});

app.post("/logout", (req, res) => {
    refreshTokens.delete(req.body.refreshToken);
    return res.sendStatus(204);
});

app.listen(3000, () => console.log("Listening..."));
