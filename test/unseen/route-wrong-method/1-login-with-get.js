const express = require("express");
const app = express();

// login
app.get("/login", (req, res) => { // here
    const accessToken = "access123";
    const refreshToken = "refresh123";
    res.json({ accessToken, refreshToken });
});

app.listen(3000, function(){
    console.log("Server is running");
});
