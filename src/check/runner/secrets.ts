/** The secrets that a learner's app finds in its environment. */

import { randomBytes } from "node:crypto";

/** The names under which courses and libraries look for the key of an access token, of a refresh token, or of both. */
export const SECRET_NAMES = ["ACCESS_TOKEN_SECRET", "REFRESH_TOKEN_SECRET", "JWT_SECRET"] as const;

/** 32 bytes as hex: as long as what HS256 wants, RFC 7518 section 3.2. */
export type Secrets = Readonly<Record<(typeof SECRET_NAMES)[number], string>>;

/** New secrets, each another: for one world, and the same for all its boots. */
export function makeSecrets(): Secrets {
  const secret = () => randomBytes(32).toString("hex");
  return { ACCESS_TOKEN_SECRET: secret(), REFRESH_TOKEN_SECRET: secret(), JWT_SECRET: secret() };
}

/**
 * An environment with the secrets, whatever it held under their names, and without NODE_ENV: the app is to do what it does
 * in development, and to say why it failed. The given one is not changed.
 */
export function withSecrets(environment: NodeJS.ProcessEnv, secrets: Secrets): NodeJS.ProcessEnv {
  const replaced: readonly string[] = ["NODE_ENV", ...SECRET_NAMES];
  // Windows takes "Node_Env" for the same name; elsewhere nobody would write it so.
  const kept = Object.entries(environment).filter(([name]) => !replaced.includes(name.toUpperCase()));
  return { ...Object.fromEntries(kept), ...secrets };
}
