// pretend database
export let refreshTokens = [];

export async function remember(token) {
  refreshTokens.push(token);
}

export async function isKnown(token) {
  return refreshTokens.includes(token);
}

export async function forget(token) {
  refreshTokens = refreshTokens.filter((t) => t !== token);
}
