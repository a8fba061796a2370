export let refreshTokens: string[] = [];

export function setRefreshTokens(next: string[]): void {
  refreshTokens = next;
}
