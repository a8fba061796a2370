import { PORT } from "settings";

export const refreshTokens: string[] = [];

export function hello(): string {
  return `listening on ${PORT}`;
}
