import crypto from 'node:crypto';
import express, { Request, Response } from 'express';
import jwt from 'jsonwebtoken';

interface RefreshTokenEntity {
  readonly hash: string;
  readonly username: string;
  readonly expiresAt: number;
}

interface TokenPair {
  accessToken: string;
  refresh_token: string;
}

class InvalidTokenError extends Error {}

class AuthService {
  private readonly repository = new Map<string, RefreshTokenEntity>();

  constructor(
    private readonly accessSecret: string,
    private readonly refreshTtlMs: number,
  ) {}

  public login(username: string): TokenPair {
    return this.createPair(username, Date.now() + this.refreshTtlMs);
  }

  public refresh(token: string): TokenPair {
    const entity = this.consume(token);
    if (!entity) throw new InvalidTokenError();
    // the end stays where the login put it
    return this.createPair(entity.username, entity.expiresAt);
  }

  public logout(token: string): void {
    this.repository.delete(this.hash(token));
  }

  public whoAmI(accessToken: string): string {
    const payload = jwt.verify(accessToken, this.accessSecret) as jwt.JwtPayload;
    return payload.sub as string;
  }

  private consume(token: string): RefreshTokenEntity | null {
    const entity = this.repository.get(this.hash(token));
    if (!entity) return null;
    this.repository.delete(entity.hash);
    return entity.expiresAt > Date.now() ? entity : null;
  }

  private createPair(username: string, expiresAt: number): TokenPair {
    const refreshToken = crypto.randomBytes(32).toString('base64url');
    const hash = this.hash(refreshToken);
    this.repository.set(hash, { hash, username, expiresAt });
    const accessToken = jwt.sign({}, this.accessSecret, { subject: username, expiresIn: '15m' });
    return { accessToken, refresh_token: refreshToken }; // here
  }

  private hash(token: string): string {
    return crypto.createHash('sha256').update(token).digest('hex');
  }
}

const auth = new AuthService(process.env.ACCESS_TOKEN_SECRET as string, 7 * 24 * 60 * 60 * 1000);
const app = express();
app.use(express.json());

app.post('/login', (req: Request, res: Response) => {
  res.json(auth.login(req.body.username));
});

app.post('/token', (req: Request, res: Response) => {
  try {
    res.json(auth.refresh(String(req.body?.refreshToken)));
  } catch (error) {
    if (!(error instanceof InvalidTokenError)) throw error;
    res.status(403).json({ error: 'Forbidden' });
  }
});

app.post('/logout', (req: Request, res: Response) => {
  auth.logout(String(req.body?.refreshToken));
  res.sendStatus(204);
});

app.get('/me', (req: Request, res: Response) => {
  const token = (req.headers.authorization ?? '').replace(/^Bearer /, '');
  try {
    res.json({ username: auth.whoAmI(token) });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
