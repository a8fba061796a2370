const refreshTokens = [];

export const begin = () => {
  const token = "refresh123";
  refreshTokens.push(token);
  return token;
};

export const alive = (token) => refreshTokens.includes(token);

export const end = (token) => {
  if (!alive(token)) return;
  refreshTokens.pop(); // here
};
