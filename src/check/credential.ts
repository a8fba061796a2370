/** What can be done with a credential offline: find the token in it, and make another one of it. */

import type { Cookie, Credential } from "./scenario.ts";

/** The names of the people: a cookie that holds one says who is there, and opens nothing. */
const NAMES = ["ada", "grace", "alan", "mallory"];

/** The cookie that holds the refresh token: nothing says which, so it is the one with the longest value. */
export function refreshCookieOf({ cookies }: Credential): Cookie | null {
  const others = cookies.filter(({ value }) => !NAMES.includes(value));
  return others.toSorted((a, b) => b.value.length - a.value.length)[0] ?? null;
}

/** The refresh token, from the body or the cookie that it came in; null where there is none. */
export function tokenOf(credential: Credential): string | null {
  return credential.refreshToken ?? refreshCookieOf(credential)?.value ?? null;
}

/** The same credential with another token in the place of its own, where that came from: a cookie may have several paths. */
export function withToken(credential: Credential, token: string): Credential {
  const { refreshToken } = credential;
  if (refreshToken !== null) {
    // An app may give it out twice: what is sent must not hold the own one any more.
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

/** The next character of its kind; a hexadecimal digit becomes one. Others stay. */
function next(char: string): string {
  const kind = /[a-f]/.test(char) ? "abcdef" : (KINDS.find((one) => one.includes(char)) ?? char);
  return kind[(kind.indexOf(char) + 1) % kind.length] ?? char;
}

/**
 * A text with a letter or digit changed to another of its kind: the first at or after a share (0 to 1) of its length.
 * Never the last character: in base64url, bits of it are left over, and a decoder may take another for the same.
 */
export function withCharChanged(text: string, share: number): string {
  const from = Math.floor((text.length - 1) * share);
  const offset = text.slice(from, -1).search(/[0-9A-Za-z]/);
  const at = offset >= 0 ? from + offset : text.search(/[0-9A-Za-z]/);
  const char = text[at];
  return char === undefined ? text : text.slice(0, at) + next(char) + text.slice(at + 1);
}

/** A token of the same length and kinds of characters that nobody was ever given. */
export function madeUp(token: string): string {
  return [...token].map((char, at) => (at % 2 === 0 ? next(char) : char)).join("");
}
