var express = require("express");
var app = express();

app.use(express.json());

var refreshTokens = [];

app.post("/login", function (req, res) {
    refreshTokens.push("refresh123");
    res.json({ "accessToken": "access123", "refreshToken": "refresh123" });
});

app.post("/token", function (req, res) {
    var token = req.body.refreshToken;
    var isValid = false;
    for (var i = 0; i < refreshTokens.length; i++)
    {
        if (refreshTokens[i] == token)
        {
            isValid = true;
            break;
        }
    }
    if (isValid == true)
    {
        res.json({ "accessToken": "newAccess123" });
    }
    else
    {
        res.status(403);
        res.json({ "error": "Forbidden" });
    }
});

app.listen(8000);
