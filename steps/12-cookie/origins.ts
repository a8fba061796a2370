/** The origins that another site's page could come from, and that a careless app may take for its own. */

const EVIL = "https://evil.example";

/** How many origins that the source names are tried. */
const MOST_NAMED = 3;

/** Stands for whatever a part of a regular expression lets in. */
const ANY = "anything";

/** A regular expression as it is written, as the text that it mostly stands for. */
function withoutEscapes(source: string): string {
  return source
    .replace(/\\([./-])/g, "$1")
    .replace(/\([^()]*\)[?*]/g, "")
    .replace(/(?:\[[^\]]*\]|\\w)[+*?]?/g, ANY);
}

/** The origins that stand in a program's text, in strings, comments, log lines and regular expressions. */
function namedIn(source: string): string[] {
  const text = withoutEscapes(source);
  const whole = [...text.matchAll(/https?:\/\/[\w-]+(?:\.[\w-]+)*(?::\d+)?/g)].map(([origin]) => origin);
  // A host alone, in quotes or at the end of a regular expression; file names look like one.
  const hosts = [...text.matchAll(/["'`./(^]((?:[\w-]+\.)+[a-z]{2,})(?=["'`$/])/g)]
    .flatMap(([, host]) => host ?? [])
    .filter((host) => !/\.(?:[cm]?[jt]sx?|json\w*|log|txt|db|sqlite|tmp|env|html|csv|md)$/.test(host))
    .map((host) => `https://${host}`);
  return [...new Set([...whole, ...hosts])];
}

/** Whether a program says anything of origins at all: one that does not answers them all alike. */
function speaksOfOrigins(source: string): boolean {
  return /origin|cors/i.test(source);
}

/** An origin of somebody else that begins as this one does, and one that ends so: where any subdomain is meant, its domain. */
function lookalikes(origin: string): string[] {
  const [scheme = "https", host = ""] = origin.split("://");
  const domain = host.startsWith(ANY) ? host.slice(host.indexOf(".") + 1) : host;
  return [`${origin}.evil.example`, `${scheme}://evil${domain}`];
}

/** The origins to try, given the text of a program's source; the first is nobody's. */
export function originsToTry(source: string): string[] {
  if (!speaksOfOrigins(source)) return [EVIL];
  const named = namedIn(source).filter((origin) => !/\.evil\.example|^https?:\/\/evil/.test(origin));
  return [...new Set([EVIL, "null", ...named.slice(0, MOST_NAMED).flatMap(lookalikes)])];
}
