/** A frame that a terminal shows whole: never a half of it, however its bytes arrive. */

// Synchronized output, mode 2026 of xterm and its kin: https://gist.github.com/christianparpart/d8a62cc1ab659194337d73e399004036
const BEGIN = "\u001b[?2026h";
const END = "\u001b[?2026l";

/** What to write so that a terminal that knows frames shows all of this at once; others show it as it comes. */
export function wholeFrame(text: string): string {
  return BEGIN + text + END;
}
