const TTL = 1000 * 60 * 60 * 24 * 7;

const sessions = new Map();

// once an hour, throw out what has ended
setInterval(() => {
  for (const [hash, s] of sessions) if (s.expiresAt <= Date.now()) sessions.delete(hash);
}, 60 * 60 * 1000).unref();

module.exports = {
  save: (hash, username) => sessions.set(hash, { username, createdAt: Date.now(), expiresAt: Date.now() + TTL }),
  get: (hash) => {
    const s = sessions.get(hash);
    return s && s.expiresAt > Date.now() ? s : undefined;
  },
  remove: (hash) => sessions.delete(hash),
};
