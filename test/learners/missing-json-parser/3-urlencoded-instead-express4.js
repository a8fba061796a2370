var express = require("express");
var app = express();
app.use(express.urlencoded({ extended: true })); // here

var refreshTokens = [];

app.post("/login", function (req, res) {
    var tokens = {
        accessToken: "access123",
        refreshToken: "refresh123"
    };
    refreshTokens.push(tokens.refreshToken);
    res.status(200).json(tokens);
});

app.post("/token", function (req, res) {
    var refreshToken = req.body.refreshToken;
    if (refreshTokens.indexOf(refreshToken) === -1) {
        res.status(403).json({ error: "Forbidden" });
        return;
    }
    res.status(200).json({ accessToken: "newAccess123" });
});

app.listen(8080);
