export let refreshTokens = [];

export function setRefreshTokens(list) {
  refreshTokens = list;
}
