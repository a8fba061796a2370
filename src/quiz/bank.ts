/** All questions of the quizzes. The questions themselves are in bank/, one file a subject. */

import { ANSWERS } from "./bank/answers.ts";
import { BROWSER } from "./bank/browser.ts";
import { EXPIRY } from "./bank/expiry.ts";
import { LOGIN } from "./bank/login.ts";
import { LOGOUT } from "./bank/logout.ts";
import { STORE } from "./bank/store.ts";
import { THEFT } from "./bank/theft.ts";
import { TOKEN } from "./bank/token.ts";
import { TOKENS } from "./bank/tokens.ts";
import type { Question } from "./question.ts";

/** All questions. A seed counts on their order: in another order the same seed draws other questions. */
export const BANK: readonly Question[] = [
  ...TOKENS,
  ...LOGIN,
  ...STORE,
  ...TOKEN,
  ...ANSWERS,
  ...LOGOUT,
  ...THEFT,
  ...BROWSER,
  ...EXPIRY,
];

/** The questions by id. */
export const QUESTIONS: ReadonlyMap<string, Question> = new Map(
  BANK.map((question) => [question.id, question]),
);
