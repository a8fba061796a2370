/**
 * Cookies as a browser keeps them: draft-ietf-httpbis-rfc6265bis, sections 4.1.3 (prefixes) and 5.6 (storage). The
 * app's address, 127.0.0.1 or localhost, counts as secure there, as it does in browsers.
 */

import { parseSetCookie } from "undici/lib/web/cookies/parse.js";
import type { Cookie } from "./scenario.ts";

/** What a browser makes of one Set-Cookie line. `dropped`: why it keeps no cookie, in words. */
export type ReadCookie = { cookie: Cookie } | { dropped: string };

/** In bytes, name and value together (section 5.7, step 5). */
const LARGEST = 4_096;
const HOSTS = ["127.0.0.1", "localhost"];
const NEGATIVE_AGE = /;\s*max-age\s*=\s*-\d+\s*(?:;|$)/i;

/** The folder of a request's path. A cookie that names no path belongs to it (section 5.1.4). */
function defaultPath(requestPath: string): string {
  const folder = requestPath.replace(/[?#].*$/, "").replace(/\/[^/]*$/, "");
  return folder === "" ? "/" : folder;
}

/**
 * Reads one Set-Cookie line. A cookie that has ended already is read as well: with it, a browser removes an older one.
 *
 * @param requestPath the path of the request that was answered
 * @param now ms since 1970; Max-Age counts from it
 */
export function readSetCookie(line: string, requestPath: string, now: number): ReadCookie {
  const [pair = ""] = line.split(";", 1);
  if (Buffer.byteLength(pair.replace("=", "")) > LARGEST) {
    return { dropped: `its name and its value are longer than ${LARGEST} bytes together` };
  }
  const read = parseSetCookie(line);
  if (!read || (read.name === "" && read.value === "")) return { dropped: "it is no cookie at all" };
  const {
    name,
    value,
    maxAge,
    expires,
    domain = "",
    secure = false,
    httpOnly = false,
    sameSite = null,
  } = read;
  const path = read.path ?? defaultPath(requestPath);
  const host = domain.replace(/^\./, "").toLowerCase();
  if (host !== "" && !HOSTS.includes(host)) {
    return { dropped: `it is for ${host}, and the answer came from another host` };
  }
  if (/^__Host-/i.test(name)) {
    if (!secure) return { dropped: "a name that begins with __Host- needs Secure" };
    if (host !== "") return { dropped: "a name that begins with __Host- must not come with a Domain" };
    if (read.path !== "/") return { dropped: "a name that begins with __Host- needs Path=/" };
  }
  if (/^__Secure-/i.test(name) && !secure) {
    return { dropped: "a name that begins with __Secure- needs Secure" };
  }
  if (sameSite === "None" && !secure) return { dropped: "SameSite=None needs Secure" };
  const age = NEGATIVE_AGE.test(line) ? 0 : maxAge;
  const endsAt = age === undefined ? (expires ? Number(expires) : null) : now + age * 1000;
  return { cookie: { name, value, domain: host, path, httpOnly, secure, sameSite, endsAt } };
}

/** Whether one cookie replaces the other. */
function isSameCookie(a: Cookie, b: Cookie): boolean {
  return a.name === b.name && a.domain === b.domain && a.path === b.path;
}

/**
 * The cookies that a browser has after an answer with these Set-Cookie lines.
 *
 * @param requestPath as for readSetCookie
 * @param now as for readSetCookie
 */
export function keepCookies(
  kept: readonly Cookie[],
  lines: readonly string[],
  requestPath: string,
  now: number,
): Cookie[] {
  let cookies = [...kept];
  for (const line of lines) {
    const read = readSetCookie(line, requestPath, now);
    if ("dropped" in read) continue;
    cookies = [...cookies.filter((one) => !isSameCookie(one, read.cookie)), read.cookie];
  }
  return cookies.filter(({ endsAt }) => endsAt === null || endsAt > now);
}

/** Whether a cookie is sent with a request for this path (section 5.1.4). */
export function isSentTo(cookie: Cookie, path: string): boolean {
  const folder = cookie.path.endsWith("/") ? cookie.path : `${cookie.path}/`;
  return path === cookie.path || path.startsWith(folder);
}
