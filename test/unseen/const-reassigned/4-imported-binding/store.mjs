export let refreshTokens = [];
