import { TokenStore } from './store.mjs';

const store = new TokenStore(); // here

export const renew = (req, res) => {
  if (!store.has(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
};
