import express from 'express';
import jwt from 'jsonwebtoken';
import crypto from 'node:crypto';

/** A linked list of tokens per login: every token knows the next one, the last has none. */
class TokenNode {
  next = null;
  constructor(login) {
    this.login = login;
  }
}

class Login {
  #ended = false;
  constructor(username, lifetime) {
    this.username = username;
    this.deadline = Date.now() + lifetime;
  }
  end() {
    this.#ended = true;
  }
  get over() {
    return this.#ended || Date.now() >= this.deadline;
  }
}

class TokenBook {
  #nodes = new Map();
  #digest = (token) => crypto.createHash('sha3-256').update(`${token}`).digest('base64url');

  #put(login) {
    const token = crypto.randomBytes(36).toString('base64url');
    const node = new TokenNode(login);
    this.#nodes.set(this.#digest(token), node);
    return { token, node };
  }

  open(login) {
    for (const [key, node] of this.#nodes) if (node.login.over) this.#nodes.delete(key);
    return this.#put(login).token;
  }

  async exchange(token) {
    const node = this.#nodes.get(this.#digest(token));
    if (!node || node.login.over) return null;
    if (node.next) {
      node.login.end();
      return null;
    }
    const { token: fresh, node: successor } = this.#put(node.login);
    node.next = successor;
    return { fresh, login: node.login };
  }

  close(token) {
    this.#nodes.get(this.#digest(token))?.login.end();
  }
}

const book = new TokenBook();
const FORTNIGHT = 14 * 24 * 60 * 60 * 1000;
const secret = crypto.createSecretKey(Buffer.from(process.env.ACCESS_TOKEN_SECRET, 'utf8'));

const accessToken = (username) =>
  new Promise((resolve, reject) =>
    jwt.sign({ username }, secret, { algorithm: 'HS256', expiresIn: '20m' }, (e, t) => (e ? reject(e) : resolve(t))),
  );

const app = express();
app.use(express.json());

app.post('/login', async (req, res) => {
  const username = req.body?.username;
  if (!username) return res.status(400).json({ error: 'Bad Request' });
  const refreshToken = book.open(new Login(username, FORTNIGHT));
  res.json({ accessToken: await accessToken(username), refreshToken });
});

app.post('/token', async (req, res) => {
  const result = await book.exchange(req.body?.refreshToken);
  if (!result) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: await accessToken(result.login.username), refreshToken: result.fresh });
});

app.get('/me', (req, res) => {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ');
  try {
    if (scheme !== 'Bearer') throw new Error('Bearer expected');
    res.json({ username: jwt.verify(token, secret, { algorithms: ['HS256'] }).username });
  } catch {
    res.set('WWW-Authenticate', 'Bearer').status(401).json({ error: 'Unauthorized' });
  }
});

app.post('/logout', (req, res) => {
  book.close(req.body?.refreshToken);
  res.status(204).end();
});

app.listen(3000);
