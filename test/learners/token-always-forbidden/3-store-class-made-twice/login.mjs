import { TokenStore } from './store.mjs';

const store = new TokenStore();

export const login = (req, res) => {
  store.add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
};
