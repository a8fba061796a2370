import { ForbiddenError } from "../errors/app-error";

let refreshTokens: string[] = [];

export class AuthService {
  async login() {
    refreshTokens.push("refresh123");
    return { accessToken: "access123", refreshToken: "refresh123" };
  }

  async renew(refreshToken?: string) {
    if (!refreshToken || !refreshTokens.includes(refreshToken)) {
      throw new ForbiddenError();
    }
    return { accessToken: "newAccess123" };
  }

  async logout(refreshToken?: string) {
    refreshTokens = refreshTokens.filter((token) => token !== refreshToken);
  }
}
