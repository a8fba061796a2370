/** The secrets that a learner's app finds in its environment. */

import { randomBytes } from "node:crypto";

/** The names by which courses and libraries look for the key of an access token, of a refresh token, or of both. */
export const SECRET_NAMES = ["ACCESS_TOKEN_SECRET", "REFRESH_TOKEN_SECRET", "JWT_SECRET"] as const;

/** 32 bytes as hex, which is as long as HS256 wants its key: RFC 7518 section 3.2. */
export type Secrets = Readonly<Record<(typeof SECRET_NAMES)[number], string>>;

/** New secrets, no two of them alike. A world keeps its secrets for all its boots. */
export function makeSecrets(): Secrets {
  const secret = () => randomBytes(32).toString("hex");
  return { ACCESS_TOKEN_SECRET: secret(), REFRESH_TOKEN_SECRET: secret(), JWT_SECRET: secret() };
}

/**
 * An environment with the secrets in it, and without NODE_ENV, so that the app does what it does in development and
 * says why it failed. The given one is not changed.
 */
export function withSecrets(environment: NodeJS.ProcessEnv, secrets: Secrets): NodeJS.ProcessEnv {
  const replaced: readonly string[] = ["NODE_ENV", ...SECRET_NAMES];
  // Windows takes "Node_Env" for the same name. On other systems no program writes it like that.
  const kept = Object.entries(environment).filter(([name]) => !replaced.includes(name.toUpperCase()));
  return { ...Object.fromEntries(kept), ...secrets };
}
