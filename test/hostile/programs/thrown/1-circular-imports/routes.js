const { app } = require("./app");
app.post("/login", (req, res) => res.json({ accessToken: "access123", refreshToken: "refresh123" }));
