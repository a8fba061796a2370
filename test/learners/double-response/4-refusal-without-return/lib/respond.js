const forbidden = (res) => res.status(403).json({ error: "Forbidden" });
const noContent = (res) => res.status(204).end();
const ok = (res, payload) => res.json(payload);

module.exports = { forbidden, noContent, ok };
