import dayjs from "dayjs";

export class TokenService {
  private refreshTokens: string[] = [];

  create(): string {
    console.log("a login at", dayjs().format());
    this.refreshTokens.push("refresh123");
    return "refresh123";
  }
}
