/** Links: hidden behind their text where the terminal supports that, else written out. */

import type { Canvas } from "./canvas.ts";
import { paintOf } from "./style.ts";
import { printable } from "./text.ts";

/** OSC 8: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda */
function hidden(text: string, url: string): string {
  return `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007`;
}

/** A text that links to a URL. Where a link cannot be hidden, or the URL is not one, the URL stands after the text. */
export function linked(text: string, url: string, canvas: Pick<Canvas, "color" | "links">): string {
  const { underline } = paintOf(canvas);
  // A parsed URL holds no control characters (WHATWG URL §4.4), and nothing in it is encoded twice.
  if (canvas.links && URL.canParse(url)) return hidden(underline(text), new URL(url).href);
  const address = printable(url);
  return text === address ? underline(address) : `${text} (${underline(address)})`;
}

/** Links each `RFC 6749 §6`, and each draft of the IETF, to its text. Without hidden links, all stays as it is. */
export function linkedStandards(text: string, { links }: Pick<Canvas, "links">): string {
  if (!links) return text;
  const withDrafts = text.replace(
    /\b(draft-ietf-[\w-]+)(?:\s§(\d+(?:\.\d+)*))?/g,
    (mention, name: string, section?: string) => {
      const anchor = section === undefined ? "" : `#section-${section}`;
      return hidden(mention, `https://datatracker.ietf.org/doc/html/${name}${anchor}`);
    },
  );
  return withDrafts.replace(
    /\bRFC\s(\d{4})\b(?:\s§(\d+(?:\.\d+)*))?/g,
    (mention, number: string, section?: string) => {
      const anchor = section === undefined ? "" : `#section-${section}`;
      return hidden(mention, `https://www.rfc-editor.org/rfc/rfc${number}${anchor}`);
    },
  );
}
