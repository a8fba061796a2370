/** What was typed, as names of keys. Pure. */

/** One key: an escape sequence (ECMA-48 §5.4, and SS3 as xterm sends it), or a character. */
const one = /\u001b\[[0-?]*[ -/]*[@-~]|\u001bO.|\u001b\u001b|[^]/gu;

/** Sequences as xterm, the Linux console and their kin send them: https://invisible-island.net/xterm/ctlseqs/ */
const NAMES: Readonly<Record<string, string>> = {
  "\u001b": "escape",
  "\u001b\u001b": "escape",
  "\u001b[A": "up",
  "\u001bOA": "up",
  "\u001b[B": "down",
  "\u001bOB": "down",
  "\u001b[5~": "pageup",
  "\u001b[6~": "pagedown",
  "\u001b[H": "home",
  "\u001bOH": "home",
  "\u001b[1~": "home",
  "\u001b[F": "end",
  "\u001bOF": "end",
  "\u001b[4~": "end",
  "\r": "enter",
  "\n": "enter",
  " ": "space",
  "\u007f": "escape",
  "\b": "escape",
  "\u0003": "ctrl-c",
  "\u0004": "ctrl-d",
  "\u001a": "ctrl-z",
};

/** What a terminal sends around pasted text once it was asked to (xterm's mode 2004). */
const PASTE = /\u001b\[200~[^]*?(?:\u001b\[201~|$)/g;

/** The keys in what a terminal sent; unknown sequences and pasted text are no keys. */
export function keysIn(text: string): string[] {
  const parts = text.replace(PASTE, "").match(one) ?? [];
  return parts.flatMap((part) => NAMES[part] ?? (/^[\u001b\p{Cc}]/u.test(part) ? [] : [part]));
}

/** Whether what was sent ends within a sequence, so that the rest has to be waited for. */
export function isUnfinished(text: string): boolean {
  return /\u001b(?:\[[0-?]*[ -/]*|O)?$/.test(text);
}
