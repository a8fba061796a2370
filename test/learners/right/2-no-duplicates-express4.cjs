"use strict";
const express = require("express");

const app = express();
const refreshTokens = [];

app.use(express.json());
app.use(express.urlencoded({ extended: true }));

app.post("/login", (req, res) => {
    if (refreshTokens.indexOf("refresh123") === -1) {
        refreshTokens.unshift("refresh123");
    }
    res.status(200).json({ accessToken: "access123", refreshToken: "refresh123" });
});

module.exports = app;
