/** Step 3, token: what is sent and what must hold. */

import type { Cast, Scenario, SendOptions } from "../../src/check/scenario.ts";
import type { Experiment, Step } from "../../src/check/step.ts";
import type { Request } from "../../src/check/transcript.ts";
import { inFolder } from "../../src/course/worlds.ts";
import { post } from "../../src/check/requests.ts";
import { answerCheck, forbidden, success } from "../../src/check/judge/answers.ts";
import type { Check } from "../../src/check/judge/check.ts";
import { exchangeOf } from "../../src/check/judge/read-transcript.ts";
import { logIn, loginEmpty, loginRequest } from "../1-login/step.ts";
import { logInAgain, loginAdds, storeChecks, step as storeStep } from "../2-store/step.ts";
import { accepted } from "./mistakes/renewals.ts";
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
import { PLACES } from "../../src/course/places.ts";

/** A POST /token with a refresh token. */
export function tokenRequest(refreshToken: string): Request {
  return post("/token", { refreshToken });
}

/** Played after a pass: a request without a body. */
export const tokenEmpty: Scenario = {
  name: "renewal without a body",
  world: inFolder,
  act: async ({ ada }) => void (await ada.send("token-empty", post("/token"))),
};

const renews = success({ accessToken: "newAccess123" });

/** A refresh token that the app never gave out, another one each time. */
function neverGivenOut(): string {
  return `refresh${Math.floor(100_000 + Math.random() * 900_000)}`;
}

/** A token that was refused before the login renews after it. Step 4 begins with this, too. */
export async function renewTwice(cast: Cast): Promise<void> {
  const { ada } = cast;
  const known = tokenRequest("refresh123");
  const send = (label: string, request: Request, options?: SendOptions) => ada.send(label, request, options);
  await send("token-before-login", known, { alike: () => known });
  await logIn(cast);
  await send("token-unknown", tokenRequest("refresh999"), { alike: () => tokenRequest(neverGivenOut()) });
  await send("token-known", known);
  await send("token-known-again", known);
}

const tokenChecks: readonly Check[] = [
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
];

export const renewalChecks: readonly Check[] = [...storeChecks, ...tokenChecks];

/** A renewal fails: the token is sent in every other place of a request, until a place is found where it renews. */
const tokenElsewhere: Experiment = {
  explains: ({ check }, said) => tokenChecks.includes(check) && !accepted(exchangeOf(said, "token-known")),
  scenarios: [
    {
      name: "the token in another place",
      world: inFolder,
      act: async (cast) => {
        await logIn(cast);
        for (const { name, send } of PLACES) {
          await cast.ada.send(`token-by-${name}`, send("/token", "refresh123"));
          await cast.ada.send(`unknown-by-${name}`, send("/token", "refresh999"));
        }
      },
    },
  ],
};

export const step: Step = {
  number: 3,
  name: "token",
  part: "one",
  title: "The /token route",
  learned:
    "Your server gives a new access token for a refresh token it knows, and refuses every other with 403.",
  scenarios: [
    {
      name: "renewal",
      world: inFolder,
      act: async (cast) => {
        await renewTwice(cast);
        await logInAgain(cast);
      },
    },
  ],
  experiments: [tokenElsewhere],
  afterthoughts: [loginEmpty, tokenEmpty],
  checks: [...renewalChecks, loginAdds],
  added: tokenChecks,
  mistakes: [
    ...storeStep.mistakes,
    tokenReadsWrongPlace,
    missingJsonParser,
    tokenConditionInverted,
    tokenHardcoded,
    tokenIgnoresStore,
    tokenSingleUse,
    tokenAlwaysForbidden,
  ],
  advice: [throwsAfterAnswer, storeChangesLate, emptyBodyCrash, emptyBodyHangs],
  trial: [loginRequest, tokenRequest("refresh123")],
};
