/** What a forger makes of an access token: other tokens that look as good, without knowing the key. */

import { withCharChanged } from "../../src/check/credential.ts";
import { readJwt } from "../../src/check/jwt.ts";
import type { JsonWebToken } from "../../src/check/jwt.ts";

/** A forged token, and what was done to it. */
export interface Forgery {
  /** Ends the label of its exchange. */
  name: string;
  token: string;
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** What of two people's tokens a forger puts together: a token that is one's own, and somebody else's claims. */
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

/** A token that is readable JSON in base64 with another name in it; null where it is no such thing. */
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

/** An access token and the name of whoever it was given to. */
export interface Owned {
  token: string;
  name: string;
}

/** Tokens that a forger makes of their own access token so that it speaks for somebody else, without the key. */
export function forgeries(own: Owned, other: Owned): Forgery[] {
  const [jwt, theirs] = [readJwt(own.token), readJwt(other.token)];
  return jwt && theirs ? forgedJwt(jwt, theirs) : forgedOpaque(own.token, own.name, other.name);
}
