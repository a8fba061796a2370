import { Forbidden } from "../errors";
import type { TokenRepository } from "./token.repository";

export class AuthService {
  constructor(private readonly repository: TokenRepository) {}

  async login() {
    const refreshToken = "refresh123";
    await this.repository.insert(refreshToken);
    return { accessToken: "access123", refreshToken };
  }

  async renew(refreshToken: string) {
    if (!(await this.repository.exists(refreshToken))) throw new Forbidden();
    return { accessToken: "newAccess123" };
  }

  logout(refreshToken: string) {
    return this.repository.delete(refreshToken);
  }
}
