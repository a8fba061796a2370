/** Which origins a regular expression plainly stands for, and where it lets in more than it seems to. */

/** Stands for a part that matches any text. */
export const ANY = "anything";

/** Stands for a dot without a backslash, which matches any character. */
const ANY_CHARACTER = "\0";

/** The letter that is tried where a pattern takes any character for a dot. */
const LETTER = "x";

/** The text that a pattern mostly matches, where that is an origin or a host; null where it is anything else. */
function plainText(pattern: string): string | null {
  const text = pattern
    .replace(/^\^|\$$/g, "")
    .replace(/\\([./:-])/g, (_, escaped: string) => (escaped === "." ? "\u0001" : escaped))
    .replace(/^\(\?:http\|https\)|^\(https?\|https?\)|^https\?/, "https")
    .replace(/\([^()]*\)[?*]/g, "")
    .replace(/\((?:\?:)?([^()|]*)(?:\|[^()]*)?\)/g, "$1")
    .replace(/(?:\[[^\]]*\]|\\w|\.)[+*]\??/g, ANY)
    .replace(/(?:\[[^\]]*\]|\\d)(?:\{[^}]*\}|[+*])?/g, "8")
    .replace(/\./g, ANY_CHARACTER)
    .replaceAll("\u0001", ".");
  const whole = text.includes("://") ? text : `https://${text.replace(/^\./, "")}`;
  // Parts of a JWT, say, look like that.
  if (text.endsWith(ANY)) return null;
  return /^https?:\/\/(?:[\w-]+[.\0])+[\w-]+(?::\d+)?$|^https?:\/\/localhost(?::\d+)?$/.test(whole)
    ? whole
    : null;
}

/** The origin that a pattern plainly stands for; null where it stands for none. */
export function originOf(pattern: string): string | null {
  return plainText(pattern)?.replaceAll(ANY_CHARACTER, ".") ?? null;
}

/**
 * The origin with a letter in the place of its first dot that matches any character: a subdomain of shop.example becomes
 * another host, which anybody can own. null where no host is left that somebody could own.
 */
export function withLetterForDot(pattern: string): string | null {
  const text = plainText(pattern)?.replace(ANY_CHARACTER, LETTER).replaceAll(ANY_CHARACTER, ".") ?? null;
  const isOther = text !== null && text !== originOf(pattern);
  return isOther && text.slice(text.indexOf("://")).includes(".") ? text : null;
}
