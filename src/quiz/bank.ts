/** All questions of the quizzes, by part of the course. The questions themselves are in bank/, one file a subject. */

import type { Part } from "../check/step.ts";
import { ANSWERS } from "./bank/answers.ts";
import { BROWSER } from "./bank/browser.ts";
import { LOGIN } from "./bank/login.ts";
import { LOGOUT } from "./bank/logout.ts";
import { ACCESS } from "./bank/part-two/access.ts";
import { COOKIE } from "./bank/part-two/cookie.ts";
import { EXPIRY } from "./bank/part-two/expiry.ts";
import { HASH } from "./bank/part-two/hash.ts";
import { RANDOM } from "./bank/part-two/random.ts";
import { RESTART } from "./bank/part-two/restart.ts";
import { REUSE } from "./bank/part-two/reuse.ts";
import { ROTATION } from "./bank/part-two/rotation.ts";
import { STORE } from "./bank/store.ts";
import { THEFT } from "./bank/theft.ts";
import { TOKEN } from "./bank/token.ts";
import { TOKENS } from "./bank/tokens.ts";
import type { Question } from "./question.ts";

/** All questions. A seed counts on their order: in another order the same seed draws other questions. */
export const BANKS: Readonly<Record<Part, readonly Question[]>> = {
  one: [...TOKENS, ...LOGIN, ...STORE, ...TOKEN, ...ANSWERS, ...LOGOUT, ...THEFT, ...BROWSER],
  two: [...RANDOM, ...ACCESS, ...EXPIRY, ...HASH, ...ROTATION, ...REUSE, ...RESTART, ...COOKIE],
};

/** The questions of both parts by id. */
export const QUESTIONS: ReadonlyMap<string, Question> = new Map(
  [...BANKS.one, ...BANKS.two].map((question) => [question.id, question]),
);

const IDS_OF_PART_TWO: ReadonlySet<string> = new Set(BANKS.two.map(({ id }) => id));

/** The part whose bank has the question of this id. */
export function partOf(id: string): Part {
  return IDS_OF_PART_TWO.has(id) ? "two" : "one";
}
