/** Which origins a regular expression plainly stands for. */

/** Stands for a part that matches any text. */
export const ANY = "anything";

/** Stands for a dot with a backslash, while the other dots are read. */
const DOT = "\0";

/** The origin that a pattern plainly stands for; null where it stands for none. */
export function originOf(pattern: string): string | null {
  const text = pattern
    .replace(/^\^|\$$/g, "")
    .replace(/\\([./:-])/g, (_, escaped: string) => (escaped === "." ? DOT : escaped))
    .replace(/^\(\?:http\|https\)|^\(https?\|https?\)|^https\?/, "https")
    .replace(/\([^()]*\)[?*]/g, "")
    .replace(/\((?:\?:)?([^()|]*)(?:\|[^()]*)?\)/g, "$1")
    .replace(/(?:\[[^\]]*\]|\\w|\.)[+*]\??/g, ANY)
    .replace(/(?:\[[^\]]*\]|\\d)(?:\{[^}]*\}|[+*])?/g, "8")
    .replaceAll(DOT, ".");
  const whole = text.includes("://") ? text : `https://${text.replace(/^\./, "")}`;
  // Parts of a JWT, say, look like that.
  if (text.endsWith(ANY)) return null;
  return /^https?:\/\/(?:[\w-]+\.)+[\w-]+(?::\d+)?$|^https?:\/\/localhost(?::\d+)?$/.test(whole)
    ? whole
    : null;
}
