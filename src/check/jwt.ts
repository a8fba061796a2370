/** Reads JSON Web Tokens, as everybody can who holds one. */

import { parseJson } from "../base/json.ts";
import { isRecord } from "../base/shape.ts";

/** The parts of a JSON Web Token (RFC 7519), decoded. */
export interface JsonWebToken {
  header: Record<string, unknown>;
  payload: Record<string, unknown>;
  parts: readonly [string, string, string];
}

function decoded(part: string): Record<string, unknown> | null {
  const value = parseJson(Buffer.from(part, "base64url").toString("utf8"));
  return isRecord(value) ? value : null;
}

/** Reads a token as a signed JSON Web Token; null where it is something else, even if it has three parts with dots. */
export function readJwt(token: string): JsonWebToken | null {
  const [first = "", second = "", third = "", ...rest] = token.split(".");
  const [header, payload] = [decoded(first), decoded(second)];
  if (!header || !payload || rest.length > 0 || typeof header["alg"] !== "string") return null;
  return { header, payload, parts: [first, second, third] };
}

/** A claim of a JWT that is a number; null where it has none. */
export function numberOf(jwt: JsonWebToken | null, claim: string): number | null {
  const value = jwt?.payload[claim];
  return typeof value === "number" ? value : null;
}
