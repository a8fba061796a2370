const express = require("express");
const crypto = require("crypto");

const app = express();
app.use(express.json());

// one table for both kinds of token
let table = []; // here

const sha = (s) => crypto.createHash("sha256").update(String(s)).digest("hex");
const LIFETIME = { access: 15 * 60 * 1000, refresh: 8 * 24 * 60 * 60 * 1000 };

function put(kind, user, login) {
	const token = crypto.randomBytes(30).toString("base64url");
	table.push({ kind, user, login, hash: sha(token), until: Date.now() + LIFETIME[kind], spent: false });
	return token;
}

const get = (kind, token) => table.find((t) => t.kind === kind && t.hash === sha(token));
const end = (login) => {
	table = table.filter((t) => t.login !== login);
};

app.post("/login", (req, res) => {
	const login = crypto.randomUUID();
	const answer = {
		accessToken: put("access", req.body.username, login),
		refreshToken: put("refresh", req.body.username, login),
	};
	res.json(answer);
});

app.post("/token", (req, res) => {
	const t = get("refresh", req.body.refreshToken);
	if (!t) return res.sendStatus(403);
	if (t.spent) {
		end(t.login);
		return res.sendStatus(403);
	}
	if (t.until < Date.now()) return res.sendStatus(403);
	t.spent = true;
	const answer = {
		accessToken: put("access", t.user, t.login),
		refreshToken: put("refresh", t.user, t.login),
	};
	res.json(answer);
});

app.post("/logout", (req, res) => {
	const t = get("refresh", req.body.refreshToken);
	if (t) {
		end(t.login);
	}
	res.sendStatus(204);
});

app.get("/me", (req, res) => {
	const auth = req.get("Authorization") || "";
	const t = auth.startsWith("Bearer ") ? get("access", auth.slice(7)) : null;
	if (!t || t.until < Date.now()) return res.sendStatus(401);
	res.json({ username: t.user });
});

app.listen(3000);
