/** Words for a shell (POSIX XCU §2.2.2). */

/** A text in single quotes, in which a shell reads every character as it stands. */
export function inQuotes(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A word for the learner's shell: in quotes where it holds a character that a shell may give a meaning of its own. */
export function shellWord(word: string): string {
  return /^[\w./@:+=-]+$/.test(word) ? word : inQuotes(word);
}
