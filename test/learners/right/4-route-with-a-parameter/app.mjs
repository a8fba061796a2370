import express from 'express';
import { refreshTokens, withLock } from './tokens.mjs';

const app = express();
app.use(express.json());

const ACTIONS = {
  async login() {
    await withLock(() => refreshTokens.push('refresh123'));
    return [200, { accessToken: 'access123', refreshToken: 'refresh123' }];
  },

  async token({ refreshToken }) {
    const known = await withLock(() => refreshTokens.includes(refreshToken));
    return known ? [200, { accessToken: 'newAccess123' }] : [403, { error: 'Forbidden' }];
  },

  async logout({ refreshToken }) {
    await withLock(() => {
      let i = 0;
      while (i < refreshTokens.length) {
        if (refreshTokens[i] === refreshToken) refreshTokens.splice(i, 1);
        else i += 1;
      }
    });
    return [204];
  },
};

app.post('/:action', async (req, res, next) => {
  const { action } = req.params;
  if (!Object.hasOwn(ACTIONS, action)) return next();

  const [status, body] = await ACTIONS[action](req.body ?? {});
  res.status(status);
  if (body) res.json(body);
  else res.end();
});

app.listen(3000);
