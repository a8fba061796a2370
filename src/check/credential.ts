/** What can be done with a credential without the app: find the token in it, and make another credential of it. */

import type { Cookie, Credential } from "./scenario.ts";

/** A cookie that holds one of these names only says who somebody is. It cannot be the refresh token. */
const NAMES = ["ada", "grace", "alan", "mallory"];

/** The cookie that holds the refresh token. Nothing says which one that is, so it is the one with the longest value. */
export function refreshCookieOf({ cookies }: Credential): Cookie | null {
  const others = cookies.filter(({ value }) => !NAMES.includes(value));
  return others.toSorted((a, b) => b.value.length - a.value.length)[0] ?? null;
}

/** The refresh token of a credential, from the body or else from the cookie; null where there is none. */
export function tokenOf(credential: Credential): string | null {
  return credential.refreshToken ?? refreshCookieOf(credential)?.value ?? null;
}

/** The credential with another token in place of its own: in the body, and in each cookie that held the token. */
export function withToken(credential: Credential, token: string): Credential {
  const { refreshToken } = credential;
  if (refreshToken !== null) {
    // An app may give out the token in two ways, and the old one must not be sent in either.
    const cookies = credential.cookies.map((cookie) =>
      cookie.value.includes(refreshToken) || cookie.value.includes(encodeURIComponent(refreshToken))
        ? { ...cookie, value: token }
        : cookie,
    );
    return { refreshToken: token, cookies };
  }
  const own = refreshCookieOf(credential);
  if (!own) return { ...credential, refreshToken: token };
  const cookies = credential.cookies.map((cookie) =>
    cookie.name === own.name ? { ...cookie, value: token } : cookie,
  );
  return { ...credential, cookies };
}

const KINDS = ["1234567890", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** The character that follows in its kind (digits, capitals, small letters); a hexadecimal digit stays one. */
function next(char: string): string {
  const kind = /[a-f]/.test(char) ? "abcdef" : (KINDS.find((one) => one.includes(char)) ?? char);
  return kind[(kind.indexOf(char) + 1) % kind.length] ?? char;
}

/**
 * A text in which one letter or digit is changed to another of its kind: the first at or after a share (0 to 1) of its
 * length. It is never the last character: in base64url some bits of it have no meaning, so the text may stay the same.
 */
export function withCharChanged(text: string, share: number): string {
  const from = Math.floor((text.length - 1) * share);
  const offset = text.slice(from, -1).search(/[0-9A-Za-z]/);
  const at = offset >= 0 ? from + offset : text.search(/[0-9A-Za-z]/);
  const char = text[at];
  return char === undefined ? text : text.slice(0, at) + next(char) + text.slice(at + 1);
}

/** A token that the app never gave out, of the same length and the same kinds of characters. */
export function madeUp(token: string): string {
  return [...token].map((char, at) => (at % 2 === 0 ? next(char) : char)).join("");
}
