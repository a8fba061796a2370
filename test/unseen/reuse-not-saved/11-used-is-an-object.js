const express = require("express");
const crypto = require("crypto");
const jwt = require("jsonwebtoken");
const fs = require("fs");
const path = require("path");

/*
 * active.json  hash -> { user, login, exp }
 * used         hashes that were used once, and the login they belonged to
 */
const ACTIVE = path.join(process.cwd(), "active.json");

const readJson = (p) => {
	if (fs.existsSync(p)) {
		const raw = fs.readFileSync(p, "utf8");
		return raw.trim() === "" ? {} : JSON.parse(raw);
	}
	return {};
};
const writeJson = (p, data) => fs.writeFileSync(p, JSON.stringify(data, null, 2), "utf8");

const active = readJson(ACTIVE);
const used = {}; // here

const hashToken = (t) => crypto.createHash("sha256").update(t).digest("hex");

const app = express();
app.use(express.json());

/**
 * Creates a refresh token for a login and stores its hash.
 */
function createRefreshToken(user, login) {
	const token = crypto.randomBytes(48).toString("hex");
	active[hashToken(token)] = { user, login, exp: Date.now() + 7 * 24 * 60 * 60 * 1000 };
	writeJson(ACTIVE, active);
	return token;
}

/**
 * Creates a short-lived access token.
 */
function createAccessToken(user) {
	return jwt.sign({ user }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });
}

function endLogin(login) {
	Object.keys(active)
		.filter((hash) => active[hash].login === login)
		.forEach((hash) => delete active[hash]);
	writeJson(ACTIVE, active);
}

app.post("/login", (req, res) => {
	// Step 1: who is it?
	const { username } = req.body;
	if (!username) {
		return res.status(400).json({ error: "Username is required" });
	}
	// Step 2: tokens
	const refreshToken = createRefreshToken(username, crypto.randomUUID());
	const accessToken = createAccessToken(username);
	// Step 3: answer
	return res.status(200).json({ accessToken, refreshToken });
});

app.post("/token", (req, res) => {
	const { refreshToken } = req.body || {};
	if (!refreshToken) {
		return res.status(401).json({ error: "Refresh token is required" });
	}
	const hash = hashToken(refreshToken);

	// Reuse?
	if (used[hash]) {
		endLogin(used[hash]);
		return res.status(403).json({ error: "Forbidden" });
	}

	const entry = active[hash];
	if (!entry || entry.exp < Date.now()) {
		return res.status(403).json({ error: "Forbidden" });
	}

	// Rotate
	used[hash] = entry.login;
	delete active[hash];
	const newRefreshToken = createRefreshToken(entry.user, entry.login);
	return res.status(200).json({ accessToken: createAccessToken(entry.user), refreshToken: newRefreshToken });
});

app.post("/logout", (req, res) => {
	const { refreshToken } = req.body || {};
	const entry = refreshToken && active[hashToken(refreshToken)];
	if (entry) {
		endLogin(entry.login);
	}
	return res.sendStatus(204);
});

app.get("/me", (req, res) => {
	const header = req.headers.authorization;
	if (!header || !header.startsWith("Bearer ")) {
		return res.status(401).json({ error: "Unauthorized" });
	}
	try {
		const { user } = jwt.verify(header.slice(7), process.env.ACCESS_TOKEN_SECRET);
		return res.status(200).json({ username: user });
	} catch (error) {
		return res.status(401).json({ error: "Unauthorized" });
	}
});

const PORT = process.env.PORT || 3000;
app.listen(PORT, () => {
	console.log(`🚀 Server is running on http://localhost:${PORT}`);
});
