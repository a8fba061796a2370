/** Finds the right word that a wrong one was probably meant to be. */

/** How many letters have to be added, removed or replaced to make one word the other (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Whether a word can have been meant: no more than half of the letters of the longer one are wrong. */
export function isLike(word: string, other: string): boolean {
  const typed = word.toLowerCase();
  if (typed !== "" && other.startsWith(typed)) return true;
  return distance(typed, other) * 2 <= Math.max(typed.length, other.length);
}

/**
 * @param word what was typed
 * @param words what could have been; the first of several that are equally near is taken
 * @returns the nearest; undefined where there are no words
 */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  const distanceTo = (other: string) =>
    other.startsWith(typed) && typed !== "" ? 0.5 : distance(typed, other);
  return words.toSorted((a, b) => distanceTo(a) - distanceTo(b))[0];
}
