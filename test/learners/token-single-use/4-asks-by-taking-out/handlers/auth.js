const registry = require("../lib/TokenRegistry");

async function login(req, res) {
  registry.register("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
}

async function token(req, res) {
  const { refreshToken } = req.body ?? {};
  if (!registry.consume(refreshToken)) { // here
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: "newAccess123" });
}

async function logout(req, res) {
  const { refreshToken } = req.body ?? {};
  registry.revoke(refreshToken);
  res.status(204).end();
}

module.exports = { login, token, logout };
