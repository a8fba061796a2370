import express, { type Application, type Request, type Response } from 'express';
import cookieParser from 'cookie-parser';
import jwt from 'jsonwebtoken';
import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

type Line = ['open', string, string, string, number] | ['next', string, string, number] | ['gone', string];
type Session = { username: string; hashes: string[]; ends: number };

class Journal {
  readonly sessions = new Map<string, Session>();

  constructor(private file: string) {
    if (!existsSync(file)) return;
    for (const text of readFileSync(file, 'utf8').split('\n').filter(Boolean)) this.play(JSON.parse(text) as Line);
  }

  write(line: Line): void {
    appendFileSync(this.file, JSON.stringify(line) + '\n');
    this.play(line);
  }

  private play(line: Line): void {
    switch (line[0]) {
      case 'open':
        this.sessions.set(line[1], { username: line[2], hashes: [line[3]], ends: line[4] });
        break;
      case 'next': {
        const session = this.sessions.get(line[1])!;
        session.hashes.push(line[2]);
        session.ends = line[3];
        break;
      }
      case 'gone':
        this.sessions.delete(line[1]);
    }
  }
}

class Server {
  private static readonly LIFETIME = 6 * 24 * 60 * 60 * 1000;
  private readonly app: Application = express();

  constructor(private journal: Journal, private secret: string, private cookie = '__Host-srv') {
    this.app.use(express.json());
    this.app.use(cookieParser());
    this.app.post('/login', this.login.bind(this));
    this.app.post('/token', this.token.bind(this));
    this.app.post('/logout', this.logout.bind(this));
    this.app.get('/me', this.me.bind(this));
  }

  listen(port: number): void {
    this.app.listen(port);
  }

  private login(req: Request, res: Response): void {
    const id = randomBytes(8).toString('hex');
    const token = this.random();
    this.journal.write(['open', id, req.body.username, this.hash(token), this.end()]);
    this.answer(res, req.body.username, token);
  }

  private token(req: Request, res: Response): void {
    const hash = this.hash(req.cookies[this.cookie]);
    const [id, session] = this.find(hash);
    if (!id || !session || session.ends < Date.now()) return this.refuse(res);
    if (session.hashes.at(-1) !== hash) {
      this.journal.write(['gone', id]);
      return this.refuse(res);
    }
    const token = this.random();
    this.journal.write(['next', id, this.hash(token), this.end()]);
    this.answer(res, session.username, token);
  }

  private logout(req: Request, res: Response): void {
    const [id] = this.find(this.hash(req.cookies[this.cookie]));
    if (id) this.journal.write(['gone', id]);
    res.clearCookie(this.cookie, { httpOnly: true, secure: true, sameSite: 'lax', path: '/' });
    res.sendStatus(204);
  }

  private me(req: Request, res: Response): void {
    const token = req.headers.authorization?.replace(/^Bearer\s+/, '');
    try {
      const { username } = jwt.verify(token!, this.secret) as { username: string };
      res.json({ username });
    } catch {
      res.status(401).json({ error: 'Unauthorized' });
    }
  }

  private answer(res: Response, username: string, token: string): void {
    res.cookie(this.cookie, token, { secure: true, sameSite: 'lax', path: '/', maxAge: Server.LIFETIME }); // here
    res.setHeader('Cache-Control', 'no-store');
    res.json({ accessToken: jwt.sign({ username }, this.secret, { expiresIn: '15m' }) });
  }

  private refuse(res: Response): void {
    res.status(403).json({ error: 'Forbidden' });
  }

  private find(hash: string): [string, Session] | [undefined, undefined] {
    return [...this.journal.sessions].find(([, { hashes }]) => hashes.includes(hash)) ?? [undefined, undefined];
  }

  private random = (): string => randomBytes(32).toString('hex');
  private hash = (text: string | undefined): string => createHash('sha256').update(text ?? '').digest('hex');
  private end = (): number => Date.now() + Server.LIFETIME;
}

new Server(new Journal('journal.jsonl'), process.env.ACCESS_TOKEN_SECRET!).listen(3000);
