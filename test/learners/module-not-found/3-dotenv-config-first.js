require("dotenv").config(); // here
const express = require("express");

const app = express();
app.use(express.json());

let refreshTokens = [];

app.post("/login", (req, res) => {
    // later: jwt.sign({ name: req.body.username }, process.env.ACCESS_TOKEN_SECRET)
    const accessToken = "access123";
    const refreshToken = "refresh123";
    refreshTokens.push(refreshToken);
    res.json({ accessToken, refreshToken });
});

app.post("/token", (req, res) => {
    const refreshToken = req.body.refreshToken;
    if (refreshToken == null) return res.sendStatus(401);
    if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: "Forbidden" });
    res.json({ accessToken: "newAccess123" });
});

app.listen(4000);
