/** Finds offline the key that an access token is signed with, as anyone with one token could. */

import { createHmac, createPrivateKey, createPublicKey, sign, timingSafeEqual, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { COMMON_SECRETS } from "./common-secrets.ts";
import type { JsonWebToken } from "../../src/check/jwt.ts";
import type { Word } from "../../src/check/scenario.ts";
import type { Place } from "../../src/check/transcript.ts";

/** A key that signs as the app does. */
export interface FoundKey {
  /** The secret as text; for a private key, its beginning. */
  text: string;
  place: Place | null;
  /** Signs a token's first two parts, and gives the third part. */
  sign(input: string): string;
}

const HASHES: Readonly<Record<string, string>> = { HS256: "sha256", HS384: "sha384", HS512: "sha512" };

function hmacOf(hash: string, key: Buffer, input: string): Buffer {
  return createHmac(hash, key).update(input).digest();
}

/** The secrets that a text may mean: the text itself, or bytes that it writes as hex or base64. */
function keysFrom(text: string): Buffer[] {
  const keys = [Buffer.from(text, "utf8")];
  if (/^(?:[0-9a-f]{2}){4,}$/i.test(text)) keys.push(Buffer.from(text, "hex"));
  if (/^[\w+/-]{8,}={0,2}$/.test(text)) keys.push(Buffer.from(text, "base64"));
  return keys;
}

function findSecret({ header, parts }: JsonWebToken, words: readonly Word[]): FoundKey | null {
  const hash = HASHES[String(header["alg"])];
  if (!hash) return null;
  const input = `${parts[0]}.${parts[1]}`;
  const signature = Buffer.from(parts[2], "base64url");
  const candidates: { text: string; place: Place | null }[] = [
    ...words,
    ...["", "undefined", "null", ...COMMON_SECRETS].map((text) => ({ text, place: null })),
  ];
  for (const { text, place } of candidates) {
    const key = keysFrom(text).find((one) => {
      const made = hmacOf(hash, one, input);
      return made.length === signature.length && timingSafeEqual(made, signature);
    });
    if (key) return { text, place, sign: (other) => hmacOf(hash, key, other).toString("base64url") };
  }
  return null;
}

/** How Node signs for a family of algorithms (RFC 7518 §3.1). */
function privateKeyIn(text: string): KeyObject | null {
  if (!text.includes("PRIVATE KEY")) return null;
  try {
    return createPrivateKey(text);
  } catch {
    return null;
  }
}

function findPrivateKey({ header, parts }: JsonWebToken, words: readonly Word[]): FoundKey | null {
  const alg = String(header["alg"]);
  const hash = alg === "EdDSA" ? null : `sha${alg.slice(2)}`;
  const options = (key: KeyObject) => ({
    key,
    dsaEncoding: "ieee-p1363" as const,
    ...(alg.startsWith("PS") && { padding: 6, saltLength: -1 }),
  });
  const input = Buffer.from(`${parts[0]}.${parts[1]}`);
  const signature = Buffer.from(parts[2], "base64url");
  for (const { text, place } of words) {
    const key = privateKeyIn(text);
    if (!key) continue;
    try {
      if (!verify(hash, input, options(createPublicKey(key)), signature)) continue;
    } catch {
      continue;
    }
    const [first = ""] = text.split("\n");
    return {
      text: first,
      place,
      sign: (other) => sign(hash, Buffer.from(other), options(key)).toString("base64url"),
    };
  }
  return null;
}

/** The key of a token, from the most used secrets and the strings of the source; null: it is none of these. */
export function findKey(token: JsonWebToken, words: readonly Word[]): FoundKey | null {
  return findSecret(token, words) ?? findPrivateKey(token, words);
}

/** A token with another person's claims, signed with the key. */
export function signedFor({ parts: [head] }: JsonWebToken, key: FoundKey, theirs: JsonWebToken): string {
  const input = `${head}.${theirs.parts[1]}`;
  return `${input}.${key.sign(input)}`;
}
