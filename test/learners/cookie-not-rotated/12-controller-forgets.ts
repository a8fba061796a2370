import cookieParser from 'cookie-parser'
import express, { type CookieOptions, type Request, type RequestHandler, type Response } from 'express'
import jwt from 'jsonwebtoken'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'

const COOKIE_NAME = '__Host-refresh_token'
const COOKIE_OPTIONS: CookieOptions = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' }

interface StoredToken {
  userName: string
  familyId: string
  expiresAt: number
  rotatedAt: number | null
}

class TokenRepository {
  readonly #file: string
  readonly #tokens: Map<string, StoredToken>

  constructor(file: string) {
    this.#file = file
    this.#tokens = new Map(fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf-8')) : [])
  }

  get(hash: string): StoredToken | undefined {
    return this.#tokens.get(hash)
  }

  set(hash: string, token: StoredToken): void {
    this.#tokens.set(hash, token)
    this.#commit()
  }

  deleteFamily(familyId: string): void {
    for (const [hash, token] of this.#tokens) {
      if (token.familyId === familyId) this.#tokens.delete(hash)
    }
    this.#commit()
  }

  #commit(): void {
    fs.writeFileSync(`${this.#file}.tmp`, JSON.stringify([...this.#tokens]))
    fs.renameSync(`${this.#file}.tmp`, this.#file)
  }
}

class AuthService {
  constructor(
    private readonly repository: TokenRepository,
    private readonly secret: string,
  ) {}

  private static hash(token: string): string {
    return createHash('sha256').update(token).digest('hex')
  }

  login(userName: string) {
    return this.issue(userName, randomUUID())
  }

  refresh(token: string | undefined) {
    if (!token) return null
    const hash = AuthService.hash(token)
    const stored = this.repository.get(hash)
    if (!stored) return null
    if (stored.rotatedAt !== null) {
      this.repository.deleteFamily(stored.familyId)
      return null
    }
    if (stored.expiresAt <= Date.now()) return null
    this.repository.set(hash, { ...stored, rotatedAt: Date.now() })
    return this.issue(stored.userName, stored.familyId)
  }

  logout(token: string | undefined): void {
    const stored = token ? this.repository.get(AuthService.hash(token)) : undefined
    if (stored) this.repository.deleteFamily(stored.familyId)
  }

  verify(accessToken: string): string {
    const payload = jwt.verify(accessToken, this.secret, { algorithms: ['HS256'] })
    return payload.sub as string
  }

  private issue(userName: string, familyId: string) {
    const refreshToken = randomBytes(32).toString('base64url')
    const expiresAt = Date.now() + 7 * 24 * 60 * 60 * 1000
    this.repository.set(AuthService.hash(refreshToken), { userName, familyId, expiresAt, rotatedAt: null })
    return { refreshToken, accessToken: jwt.sign({}, this.secret, { subject: userName, expiresIn: '15m' }) }
  }
}

class AuthController {
  constructor(private readonly service: AuthService) {}

  login: RequestHandler = (req, res) => {
    this.send(res, this.service.login(req.body.username))
  }

  token: RequestHandler = (req, res) => {
    const tokens = this.service.refresh(req.cookies[COOKIE_NAME])
    if (tokens)
      res.header('Cache-Control', 'no-store').json({ accessToken: tokens.accessToken }) // here
    else res.status(401).json({ error: 'Invalid refresh token' })
  }

  logout: RequestHandler = (req, res) => {
    this.service.logout(req.cookies[COOKIE_NAME])
    res.clearCookie(COOKIE_NAME, COOKIE_OPTIONS).status(204).send()
  }

  me = (req: Request, res: Response): void => {
    try {
      res.json({ username: this.service.verify(req.get('authorization')!.slice(7)) })
    } catch {
      res.status(401).header('WWW-Authenticate', 'Bearer').json({ error: 'Unauthorized' })
    }
  }

  private send(res: Response, tokens: { accessToken: string; refreshToken: string }): void {
    res
      .cookie(COOKIE_NAME, tokens.refreshToken, { ...COOKIE_OPTIONS, maxAge: 7 * 24 * 60 * 60 * 1000 })
      .header('Cache-Control', 'no-store')
      .json({ accessToken: tokens.accessToken })
  }
}

const service = new AuthService(
  new TokenRepository(path.resolve('tokens.json')),
  process.env.ACCESS_TOKEN_SECRET!,
)
const controller = new AuthController(service)

const app = express()
app.use(express.json(), cookieParser())
app.post('/login', controller.login)
app.post('/token', controller.token)
app.post('/logout', controller.logout)
app.get('/me', controller.me)
app.listen(3000)
