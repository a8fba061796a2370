/** Shortens a token or another long text to its beginning, which is enough to recognise it. */

const SHOWN = 8;

export function shortToken(text: string): string {
  return text.length > SHOWN + 4 ? `${text.slice(0, SHOWN)}…` : text;
}
