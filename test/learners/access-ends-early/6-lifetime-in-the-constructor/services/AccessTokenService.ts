import jwt from 'jsonwebtoken';

interface Claims {
  username: string;
}

export class AccessTokenService {
  constructor(
    private readonly secret: string,
    private readonly lifetime = 20, // here
  ) {}

  sign(username: string): string {
    return jwt.sign({ username } satisfies Claims, this.secret, { expiresIn: this.lifetime });
  }

  verify(token: string): Claims {
    return jwt.verify(token, this.secret, { algorithms: ['HS256'] }) as Claims & jwt.JwtPayload;
  }
}
