// Will be a real collection one day, the functions are async already.
const sessions = new Map();

module.exports = {
  async create(session) {
    sessions.set(session.tokenHash, session);
    return session;
  },

  async findByHash(tokenHash) {
    return sessions.get(tokenHash) || null;
  },

  async remove(tokenHash) {
    return sessions.delete(tokenHash);
  },
};
