let refreshTokens: string[] = [];

export function issue(): string {
  refreshTokens = [...refreshTokens, "refresh123"];
  return "refresh123";
}

export const has = (token: string): boolean => refreshTokens.includes(token);

export function revoke(token: string): void {
  refreshTokens = refreshTokens.filter((t) => t !== token);
}
