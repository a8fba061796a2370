/** A browser's cookie jar for one host, 127.0.0.1, as RFC 6265 and the browsers have it: what it keeps, sends and drops. */

const HOST = "127.0.0.1";

/** The attributes of one Set-Cookie line: `{ name, value, attributes }`, the attributes' names in lower case. */
export function parseSetCookie(line) {
  const [pair, ...rest] = line.split(";");
  const at = pair.indexOf("=");
  const attributes = {};
  for (const part of rest) {
    const [name, ...value] = part.split("=");
    attributes[name.trim().toLowerCase()] = value.join("=").trim();
  }
  return { name: pair.slice(0, at).trim(), value: pair.slice(at + 1).trim(), attributes };
}

/** Why a browser drops this cookie, or null where it keeps it. */
export function dropped({ name, value, attributes }) {
  const secure = "secure" in attributes;
  const domain = attributes.domain?.replace(/^\./, "").toLowerCase();
  if (name === "" && value === "") return "no name and no value";
  if (name.length + value.length > 4_096) return "longer than 4096 bytes";
  if (domain && domain !== HOST) return `Domain=${domain} is another site`;
  if (/^__secure-/i.test(name) && !secure) return "__Secure- without Secure";
  if (/^__host-/i.test(name) && !secure) return "__Host- without Secure";
  if (/^__host-/i.test(name) && attributes.path !== "/") return "__Host- without Path=/";
  if (/^__host-/i.test(name) && domain) return "__Host- with a Domain";
  if (/^none$/i.test(attributes.samesite ?? "") && !secure) return "SameSite=None without Secure";
  return null;
}

export class Jar {
  #kept = new Map();
  #now = 0;

  /** Takes the Set-Cookie lines of an answer to a request for `path`. */
  take(lines, path) {
    for (const line of lines ?? []) {
      const cookie = parseSetCookie(line);
      if (dropped(cookie)) continue;
      const { attributes } = cookie;
      const standard = path.lastIndexOf("/") <= 0 ? "/" : path.slice(0, path.lastIndexOf("/"));
      const where = attributes.path?.startsWith("/") ? attributes.path : standard;
      let ends = Infinity;
      if (/^-?\d+$/.test(attributes["max-age"] ?? ""))
        ends = this.#now + Number(attributes["max-age"]) * 1_000;
      else if (!Number.isNaN(Date.parse(attributes.expires ?? "")))
        ends = this.#now + Date.parse(attributes.expires) - this.#serverNow(attributes);
      const key = `${cookie.name};${where}`;
      if (ends <= this.#now) this.#kept.delete(key);
      else this.#kept.set(key, { ...cookie, where, ends });
    }
  }

  offset = 0;
  #serverNow() {
    return Date.now() + this.offset;
  }

  /** Moves the jar's clock, as the app's moves. */
  move(ms) {
    this.#now += ms;
    this.offset += ms;
  }

  /** What is sent to `path`: an array of `{ name, value }`. */
  for(path) {
    return [...this.#kept.values()].filter(
      ({ where, ends }) =>
        ends > this.#now && (path === where || path.startsWith(where.endsWith("/") ? where : `${where}/`)),
    );
  }

  /** All that it holds, whatever the path. */
  all() {
    return [...this.#kept.values()].filter(({ ends }) => ends > this.#now);
  }

  copy() {
    const other = new Jar();
    other.#kept = new Map(this.#kept);
    other.#now = this.#now;
    other.offset = this.offset;
    return other;
  }
}
