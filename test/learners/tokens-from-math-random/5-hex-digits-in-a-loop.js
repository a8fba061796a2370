const express = require("express");

function generateToken() {
  let token = "";
  for (let i = 0; i < 48; i++) {
    token += Math.floor(Math.random() * 16).toString(16); // here
  }
  return token;
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
