let refreshTokens = [];

module.exports = {
  async save(token) {
    refreshTokens.push(token);
  },
  async exists(token) {
    return refreshTokens.includes(token);
  },
  async remove(token) {
    refreshTokens = refreshTokens.filter((saved) => saved === token); // here
  },
};
