/** How the learner calls the program. */

/**
 * A command as the learner has to type it.
 *
 * @param words the command and what follows it, such as "check 3"
 * @returns with `npx` in front for who came by it (npm sets `npm_command`): the bare name may not be on their PATH
 */
export function typed(words: string): string {
  return process.env["npm_command"] === "exec" ? `npx refresh-tutor ${words}` : `refresh-tutor ${words}`;
}
