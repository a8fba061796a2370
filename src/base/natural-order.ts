/** The order in which a person would list names: s2 comes before s10. */

const collator = new Intl.Collator("en", { numeric: true });

/** Compares two names for `sort`. Only equal names compare as equal, so the order is the same everywhere. */
export function naturally(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
