/** Makes tokens from an access token that look as good, without the key. */

import { withCharChanged } from "../../src/check/credential.ts";
import { readJwt } from "../../src/check/jwt.ts";
import type { JsonWebToken } from "../../src/check/jwt.ts";

/** A forged token, and how it was made. */
export interface Forgery {
  /** The end of the label of its exchange. */
  name: string;
  token: string;
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** Combines two people's tokens: one's own token with the other person's claims. */
function forgedJwt({ header, payload, parts }: JsonWebToken, theirs: JsonWebToken): Forgery[] {
  const [head, body, signature] = parts;
  const other = theirs.parts[1];
  const none = ["none", "None", "NONE", "nOnE"].map((alg, at) => ({
    name: `none-${at + 1}`,
    token: `${encoded({ ...header, alg })}.${other}.`,
  }));
  const alg = header["alg"] === "HS256" ? "HS512" : "HS256";
  return [
    { name: "payload", token: `${head}.${other}.${signature}` },
    ...none,
    { name: "unsigned", token: `${head}.${other}.` },
    { name: "alg", token: `${encoded({ ...header, alg })}.${encoded(payload)}.${signature}` },
  ].filter(({ token }) => token !== `${head}.${body}.${signature}`);
}

/** Where a token is readable JSON in base64: the same with another name in it; else null. */
function renamedInside(token: string, from: string, to: string): string | null {
  for (const form of ["base64url", "base64"] as const) {
    const text = Buffer.from(token, form).toString("utf8");
    if (/^[\s{["]/.test(text) && text.includes(from))
      return Buffer.from(text.replaceAll(from, to)).toString(form);
  }
  return null;
}

function forgedOpaque(token: string, from: string, to: string): Forgery[] {
  const changed = [0.05, 0.5, 0.93].map((share, at) => ({
    name: `changed-${at + 1}`,
    token: withCharChanged(token, share),
  }));
  const inside = renamedInside(token, from, to);
  const named = token.includes(from) ? [{ name: "named", token: token.replaceAll(from, to) }] : [];
  return [...changed, ...(inside === null ? [] : [{ name: "inside", token: inside }]), ...named];
}

/** An access token and the name of its owner. */
export interface Owned {
  token: string;
  name: string;
}

/** Tokens that mallory makes from an access token, without the key, so that they seem to be another person's. */
export function forgeries(own: Owned, other: Owned): Forgery[] {
  const [jwt, theirs] = [readJwt(own.token), readJwt(other.token)];
  return jwt && theirs ? forgedJwt(jwt, theirs) : forgedOpaque(own.token, own.name, other.name);
}
