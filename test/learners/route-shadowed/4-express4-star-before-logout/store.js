const refreshTokens = [];

function save(t) { refreshTokens.push(t); }
function exists(t) { return refreshTokens.indexOf(t) !== -1; }
function remove(t) {
  const i = refreshTokens.indexOf(t);
  if (i !== -1) refreshTokens.splice(i, 1);
}

module.exports = { save, exists, remove };
