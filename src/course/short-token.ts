/** A token, or another long text, by its beginning: enough to know it again. */

const SHOWN = 8;

export function shortToken(text: string): string {
  return text.length > SHOWN + 4 ? `${text.slice(0, SHOWN)}…` : text;
}
