/** Origins that a page of another site may have, and that a careless app may take for its own. */

import { ANY, originOf } from "./patterns.ts";

const EVIL = "https://evil.example";

/** How many of the origins in the source are tried, and as many of its regular expressions. */
const MOST_NAMED = 3;

/** The text that a regular expression mostly matches. Square brackets around quotes are a list, and no part of one. */
function withoutEscapes(source: string): string {
  return source
    .replace(/\\([./-])/g, "$1")
    .replace(/\([^()]*\)[?*]/g, "")
    .replace(/(?:\[[^\]"'`]*\]|\\w)[+*?]?/g, ANY);
}

/** The origins in a program's text: in strings, comments, log lines and regular expressions. */
function namedIn(source: string): string[] {
  const text = withoutEscapes(source);
  const whole = [...text.matchAll(/https?:\/\/[\w-]+(?:\.[\w-]+)*(?::\d+)?/g)].map(([origin]) => origin);
  // A host alone, in quotes or at the end of a regular expression. File names look the same.
  const hosts = [...text.matchAll(/["'`./(^]((?:[\w-]+\.)+[a-z]{2,})(?=["'`$/])/g)]
    .flatMap(([, host]) => host ?? [])
    .filter((host) => !/\.(?:[cm]?[jt]sx?|json\w*|log|txt|db|sqlite|tmp|env|html|csv|md)$/.test(host))
    .map((host) => `https://${host}`);
  return [...new Set([...whole, ...hosts])];
}

/** Whether a program mentions origins. One that does not treats all alike. */
function speaksOfOrigins(source: string): boolean {
  return /origin|cors/i.test(source);
}

/**
 * Another site's origins that begin or end as this one does. The second finds an app that allows any host with such an
 * ending.
 */
function lookalikes(origin: string): string[] {
  const [scheme = "https", host = ""] = origin.split("://");
  const domain = host.startsWith(ANY) ? host.slice(host.indexOf(".") + 1) : host;
  return [`${origin}.evil.example`, `${scheme}://evil${domain}`];
}

/** Another site's origins that a regular expression may let in. */
export function lookalikesOfPattern(pattern: string): string[] {
  const origin = originOf(pattern);
  return origin === null ? [] : lookalikes(origin);
}

/**
 * The origins to try. The first has nothing to do with the app.
 *
 * @param source the text of a program's source
 * @param patterns the regular expressions in it
 */
export function originsToTry(source: string, patterns: readonly string[] = []): string[] {
  if (!speaksOfOrigins(source)) return [EVIL];
  const named = namedIn(source).filter((origin) => !/\.evil\.example|^https?:\/\/evil/.test(origin));
  const meant = patterns.map(lookalikesOfPattern).filter((found) => found.length > 0);
  return [
    ...new Set([
      EVIL,
      "null",
      ...named.slice(0, MOST_NAMED).flatMap(lookalikes),
      ...meant.slice(0, MOST_NAMED).flat(),
    ]),
  ];
}
