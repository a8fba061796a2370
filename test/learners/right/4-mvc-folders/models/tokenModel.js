let refreshTokens = [];

const add = async (token) => { refreshTokens.push(token); };
const exists = async (token) => refreshTokens.includes(token);
const remove = async (token) => {
  refreshTokens = refreshTokens.filter((t) => t !== token);
};

module.exports = { add, exists, remove };
