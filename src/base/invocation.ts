/** How the learner calls the program. */

/**
 * A command as the learner has to type it.
 *
 * @param words the command and what follows it, such as "check 3"
 * @returns with `npx` in front for who came by it or by `npm start` in a clone (npm sets `npm_command`): the bare name may not be
 *   on their PATH
 */
export function typed(words: string): string {
  const byNpm = ["exec", "start"].includes(process.env["npm_command"] ?? "");
  return byNpm ? `npx refresh-tutor ${words}` : `refresh-tutor ${words}`;
}
