/** What can be done with a credential offline: find the token in it, and make another one of it. */

import type { Cookie, Credential } from "./scenario.ts";

/** The cookie that holds the refresh token: nothing says which, so it is the one with the longest value. */
export function refreshCookieOf({ cookies }: Credential): Cookie | null {
  return cookies.toSorted((a, b) => b.value.length - a.value.length)[0] ?? null;
}

/** The refresh token, from the body or the cookie that it came in; null where there is none. */
export function tokenOf(credential: Credential): string | null {
  return credential.refreshToken ?? refreshCookieOf(credential)?.value ?? null;
}

/** The same credential with another token in the place of its own, where that came from. */
export function withToken(credential: Credential, token: string): Credential {
  if (credential.refreshToken !== null) return { ...credential, refreshToken: token };
  const own = refreshCookieOf(credential);
  if (!own) return { ...credential, refreshToken: token };
  const cookies = credential.cookies.map((cookie) => (cookie === own ? { ...cookie, value: token } : cookie));
  return { ...credential, cookies };
}

/** A text with the character at an index (from the end where it is negative) changed to another of its kind. */
export function withCharChanged(text: string, index: number): string {
  const at = index < 0 ? text.length + index : index;
  const char = text[at];
  if (char === undefined) return text;
  const kind = /\d/.test(char)
    ? "1234567890"
    : /[a-f]/.test(char)
      ? "bcdefa"
      : /[A-Z]/.test(char)
        ? "BCDEFGHIJKLMNOPQRSTUVWXYZA"
        : "bcdefghijklmnopqrstuvwxyza";
  const place = kind.indexOf(char);
  const other = place < 0 ? "a" : (kind[(place + 1) % kind.length] ?? "a");
  return text.slice(0, at) + other + text.slice(at + 1);
}
