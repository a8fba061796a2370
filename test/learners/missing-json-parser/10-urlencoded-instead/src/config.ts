export interface Config {
  port: number;
  accessSecret: string;
  accessTtlSeconds: number;
  refreshTtlMs: number;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

export const config: Config = {
  port: Number(process.env.PORT ?? 3000),
  accessSecret: required('ACCESS_TOKEN_SECRET'),
  accessTtlSeconds: 10 * 60,
  refreshTtlMs: 7 * 24 * 60 * 60 * 1000,
};
