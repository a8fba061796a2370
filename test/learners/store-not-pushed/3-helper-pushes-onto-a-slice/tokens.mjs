const refreshTokens = [];

// never hand out the real array
const all = () => refreshTokens.slice(); // here

export const add = (token) => {
  all().push(token);
};

export const has = (token) => all().includes(token);
