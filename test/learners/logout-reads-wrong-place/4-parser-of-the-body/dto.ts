type Raw = Record<string, unknown> | undefined;

const str = (v: unknown): string => (typeof v === "string" ? v : "");

export interface RenewDto {
  refreshToken: string;
}

export interface LogoutDto {
  refreshToken: string;
  everywhere: boolean;
}

export function parseRenew(raw: Raw): RenewDto {
  return { refreshToken: str(raw?.["refreshToken"]) };
}

export function parseLogout(raw: Raw): LogoutDto {
  return {
    refreshToken: str(raw?.["refresh_token"]),
    everywhere: raw?.["everywhere"] === true,
  };
}
