const express = require("express");
const app = express();
app.use(express.json());

const refreshTokens = [];

app.post("/login", (req, res) => {
	refreshTokens.push("refresh123");
	res.json({ "accessToken": "access123", "refreshToken": "refresh123" });
});

app.post("/token", (req, res) => {
	const found = refreshTokens.find((x) => x === req.body.refreshToken);
	if (found === undefined) {
		res.status(403).json({ "error": "Forbidden" });
		return;
	}
	res.json({ "accessToken": "newAccess123" });
});

app.post("/logout", (req, res) => {
	const index = refreshTokens.indexOf(req.body.refreshToken);
	if (index > -1) {
		refreshTokens.splice(index, 1);
	}
	res.send(204); // here
});

app.listen(3000);
