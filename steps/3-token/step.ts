import type { Action, Sending, Step } from "../../src/course/step.ts";
import { post } from "../../src/course/step.ts";
import { answerCheck, forbidden, success } from "../../src/check/judge/answers.ts";
import { exchangeOf } from "../../src/check/judge/reading.ts";
import { login, loginEmpty } from "../1-login/step.ts";
import { accepted } from "./mistakes/reading.ts";
import { tokenReadsWrongPlace } from "./mistakes/token-reads-wrong-place.ts";
import { missingJsonParser } from "./mistakes/missing-json-parser.ts";
import { tokenConditionInverted } from "./mistakes/token-condition-inverted.ts";
import { tokenHardcoded } from "./mistakes/token-hardcoded.ts";
import { tokenIgnoresStore } from "./mistakes/token-ignores-store.ts";
import { tokenSingleUse } from "./mistakes/token-single-use.ts";
import { tokenAlwaysForbidden } from "./mistakes/token-always-forbidden.ts";
import { emptyBodyCrash, emptyBodyHangs } from "../../src/check/diagnosis/advice/empty-body.ts";
import { throwsAfterAnswer } from "../../src/check/diagnosis/advice/throws-after-answer.ts";
import { storeChangesLate } from "../../src/check/diagnosis/advice/store-changes-late.ts";
import { PLACES } from "./places.ts";

/** A POST /token with a refresh token. */
export function token(label: string, refreshToken: string): Sending {
  return { label, send: post("/token", { refreshToken }) };
}

/** Out of interest: a request without a body. */
export const tokenEmpty: Sending = { label: "token-empty", send: post("/token") };

const renews = success({ accessToken: "newAccess123" });

/** A refresh token that nobody was ever given, another one each time. */
function neverGivenOut(): string {
  return `refresh${Math.floor(100_000 + Math.random() * 900_000)}`;
}

/** The same with another request, or with the same one again, has to be answered alike. */
function repeated(sending: Sending, alike = () => sending.send): Sending {
  return { ...sending, alike };
}

/** What step 4 goes on from: a token that was refused before the login and renews after it. */
export const renewal: readonly Action[] = [
  repeated(token("token-before-login", "refresh123")),
  login,
  repeated(token("token-unknown", "refresh999"), () => post("/token", { refreshToken: neverGivenOut() })),
  token("token-known", "refresh123"),
  token("token-known-again", "refresh123"),
];

export const step: Step = {
  number: 3,
  name: "token",
  title: "Trade for an access token",
  learned:
    "Your server gives a new access token for a refresh token it knows, and refuses every other with 403.",
  scenario: renewal,
  experiments: {
    // Whoever renews has found the token.
    worthwhile: (said) => !accepted(exchangeOf(said, "token-known")),
    actions: [
      login,
      ...PLACES.flatMap(({ name, send }) => [
        { label: `token-by-${name}`, send: send("/token", "refresh123") },
        { label: `unknown-by-${name}`, send: send("/token", "refresh999") },
      ]),
    ],
  },
  afterthoughts: [loginEmpty, tokenEmpty],
  checks: [
    answerCheck(
      "token-refuses-before-login",
      "POST /token refuses the token before any login",
      "token-before-login",
      forbidden,
    ),
    answerCheck("token-refuses-unknown", "POST /token refuses an unknown token", "token-unknown", forbidden),
    answerCheck(
      "token-renews",
      "POST /token answers a known token with a new access token",
      "token-known",
      renews,
    ),
    answerCheck("token-renews-again", "The same token renews a second time", "token-known-again", renews),
  ],
  mistakes: [
    tokenReadsWrongPlace,
    missingJsonParser,
    tokenConditionInverted,
    tokenHardcoded,
    tokenIgnoresStore,
    tokenSingleUse,
    tokenAlwaysForbidden,
  ],
  advice: [throwsAfterAnswer, storeChangesLate, emptyBodyCrash, emptyBodyHangs],
};
