/** Words for a shell (POSIX XCU §2.2.2). */

/** A text in single quotes. A shell takes every character in them as it is. */
export function inQuotes(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A word for the learner's shell: in quotes if it holds a character that may have a meaning for a shell. */
export function shellWord(word: string): string {
  return /^[\w./@:+=-]+$/.test(word) ? word : inQuotes(word);
}
