declare const refreshTokens: string[];

export class AuthService {
  isKnown(token: string): boolean {
    return refreshTokens.includes(token); // here
  }
}
