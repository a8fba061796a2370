var express = require('express');
var app = express();

app.post('/login', login);

app.listen(process.env.PORT || 8080, function () {
    console.log('Listening...');
});

// array for the refresh tokens (later: database)
var refreshTokens = new Array();

function login(req, res) {
    var response = {};
    response.accessToken = 'access123';
    response.refreshToken = 'refresh123';
    refreshTokens[refreshTokens.length] = response.refreshToken;
    return res.json(response);
}
