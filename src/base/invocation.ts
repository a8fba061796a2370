/** How the learner calls the program. */

/**
 * A command as the learner has to type it.
 *
 * @param words the command and what follows it, such as "check 3"
 * @returns with `npx` in front where the learner came by `npx`, or by `npm start` in a clone: the bare name may not be
 *   on their PATH. In both cases npm sets `npm_command`
 */
export function typed(words: string): string {
  const byNpm = ["exec", "start"].includes(process.env["npm_command"] ?? "");
  return byNpm ? `npx refresh-tutor ${words}` : `refresh-tutor ${words}`;
}
