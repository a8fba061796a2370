/** Step 6: the access token shows who asks, and it ends. */

import type { Advice, Mistake } from "../../src/check/diagnosis/mistake.ts";
import { answerCheck, success } from "../../src/check/judge/answers.ts";
import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Check } from "../../src/check/judge/check.ts";
import { exchangeOf, isSuccess, received } from "../../src/check/judge/read-transcript.ts";
import { get, post } from "../../src/check/requests.ts";
import type { Scenario } from "../../src/check/scenario.ts";
import type { Experiment, Step } from "../../src/check/step.ts";
import type { Exchange, Transcript } from "../../src/check/transcript.ts";
import { findLifetime, FOREVER, MINUTE, SECOND } from "../../src/course/lifetime.ts";
import { lastMistakes } from "../../src/course/mistakes.ts";
import {
  allGood,
  isGood,
  loginHolds,
  logoutHolds,
  renewalHolds,
  sessions,
  unknownRefused,
} from "../../src/course/sessions.ts";
import { moving, usual } from "../../src/course/worlds.ts";
import { uuidBits } from "../5-random/advice.ts";
import { randomExperiments, randomHolds, randomMistakes, randomScenariosIn } from "../5-random/step.ts";
import { logoutKeepsAccess, noWwwAuthenticate, secretFallback } from "./advice.ts";
import { forgeries } from "./forge.ts";
import { readJwt } from "../../src/check/jwt.ts";
import { findKey, signedFor } from "./keys.ts";
import { accessEndsEarly } from "./mistakes/access-ends-early.ts";
import { accessEndsLate } from "./mistakes/access-ends-late.ts";
import { accessInWrongUnit } from "./mistakes/access-in-wrong-unit.ts";
import { accessNeverEnds } from "./mistakes/access-never-ends.ts";
import { algNoneAccepted } from "./mistakes/alg-none-accepted.ts";
import { bearerNotRead } from "./mistakes/bearer-not-read.ts";
import { meAcceptsRefreshToken } from "./mistakes/me-accepts-refresh-token.ts";
import { meDecodesOnly } from "./mistakes/me-decodes-only.ts";
import { meIgnoresToken } from "./mistakes/me-ignores-token.ts";
import { meWrongUser } from "./mistakes/me-wrong-user.ts";
import { renewalWithoutUser } from "./mistakes/renewal-without-user.ts";
import { secretInSource } from "./mistakes/secret-in-source.ts";
import { weakSecret } from "./mistakes/weak-secret.ts";
import { ME_PLACES } from "./places.ts";

/** Two people ask who they are. Mallory asks without a token, or with a wrong one. */
const askWho: Scenario = {
  name: "who am I",
  world: moving,
  async act({ ada, grace, mallory }) {
    await ada.login();
    await grace.login();
    await ada.me("me-ada");
    await grace.me("me-grace");
    await mallory.me("me-no-header", null);
    await mallory.send("me-no-token", get("/me", { authorization: "Bearer" }));
    await mallory.me("me-garbage", "not-a-token");
    await mallory.me("me-refresh-token", ada.refreshToken ?? "");
    await ada.renew();
    await ada.me("me-after-renewal");
  },
};

/**
 * Mallory has alan's access token and wants to be grace. From grace's own token mallory knows her name, or the number
 * by which the app knows her.
 */
const forge: Scenario = {
  name: "the forger",
  world: moving,
  async act({ grace, alan, mallory, wordsOfSource, discover }) {
    await grace.login();
    await alan.login();
    const own = { token: alan.accessToken ?? "", name: "alan" };
    const other = { token: grace.accessToken ?? "", name: "grace" };
    for (const { name, token: forged } of forgeries(own, other)) {
      await mallory.me(`forged-${name}`, forged);
    }
    const [jwt, theirs] = [readJwt(own.token), readJwt(other.token)];
    const key = jwt && theirs && findKey(jwt, await wordsOfSource());
    if (!key) return;
    discover({ kind: "key", key: key.text, place: key.place });
    await mallory.me("forged-with-key", signedFor(jwt, key, theirs));
  },
};

/** The clock moves: a token is good for a while and then ends, and a renewal gives another. */
const age: Scenario = {
  name: "an hour",
  world: moving,
  async act({ ada, clock }) {
    await ada.login();
    await clock.move(50 * SECOND);
    await ada.me("me-after-50-seconds");
    const old = ada.accessToken;
    await clock.move(60 * MINUTE + 10 * SECOND);
    await ada.me("me-after-61-minutes", old);
    await ada.renew("renew-after-61-minutes");
    await ada.me("me-renewed-after-61-minutes");
  },
};

export const accessScenarios: readonly Scenario[] = [askWho, forge, age];

/** Whether GET /me refused: 401 or 403. */
export function isTurnedAway({ response }: Exchange): boolean {
  return response?.status === 401 || response?.status === 403;
}

/** A check that every exchange whose label passes `test` was turned away. */
function turnedAway(id: string, title: string, first: string, test: (label: string) => boolean): Check {
  return {
    id,
    title,
    exchange: first,
    judge({ exchanges }) {
      const sent = exchanges.filter(({ label }) => test(label));
      if (sent.length === 0) return skipped;
      const accepted = sent.find((exchange) => !isTurnedAway(exchange));
      return accepted ? failed("401 or 403", received(accepted), accepted.label) : passed;
    },
  };
}

const REFUSED = ["me-no-header", "me-no-token", "me-garbage", "me-refresh-token"];

const keySecret: Check = {
  id: "access-key-secret",
  title: "The key that signs it is known to nobody else",
  exchange: "forged-with-key",
  needs: ["me-ada"],
  judge(transcript: Transcript) {
    const exchange = exchangeOf(transcript, "forged-with-key");
    if (!exchange) return exchangeOf(transcript, "me-ada") ? passed : skipped;
    const accepted = exchange.response !== null && isSuccess(exchange.response);
    return accepted ? failed("401 or 403 for a token that mallory signed", received(exchange)) : passed;
  },
};

/** The checks that later steps keep. */
export const accessHolds: readonly Check[] = [
  answerCheck(
    "me-answers",
    "GET /me answers with the name of whoever asks",
    "me-ada",
    success({ username: "ada" }),
  ),
  answerCheck(
    "me-answers-others",
    "For everybody who is logged in",
    "me-grace",
    success({ username: "grace" }),
  ),
  answerCheck(
    "me-answers-renewed",
    "Also with the token of a renewal",
    "me-after-renewal",
    success({ username: "ada" }),
  ),
  turnedAway("me-refuses", "GET /me refuses whoever brings no access token", "me-no-header", (label) =>
    REFUSED.includes(label),
  ),
  {
    ...turnedAway(
      "access-unforgeable",
      "A forged access token is refused",
      "forged-payload",
      (label) => label.startsWith("forged-") && label !== "forged-with-key",
    ),
    needs: ["me-ada"],
  },
  keySecret,
  allGood("access-lasts", "The access token is good for a minute", ["me-after-50-seconds"]),
  {
    ...turnedAway(
      "access-ends",
      "After an hour it has ended",
      "me-after-61-minutes",
      (label) => label === "me-after-61-minutes",
    ),
    needs: ["me-ada"],
  },
  allGood("access-renewed", "Then a renewal brings one that is good", [
    "renew-after-61-minutes",
    "me-renewed-after-61-minutes",
  ]),
];

/** Sends the access token in every other place of a request, until a place is found where it is read. */
const askElsewhere: Scenario = {
  name: "the access token in another place",
  world: usual,
  async act({ ada }) {
    await ada.login();
    for (const { name, send } of ME_PLACES) {
      const exchange = await ada.send(`me-by-${name}`, send(ada.accessToken ?? ""));
      if (isGood(exchange)) return;
    }
  },
};

/** A fresh access token is refused. Does the app look for it somewhere else, or has it ended already? */
const whyTurnedAway: Experiment = {
  explains: ({ check }, said) =>
    ["me-answers", "me-answers-others", "me-answers-renewed"].includes(check.id) &&
    check.exchange !== null &&
    !isGood(exchangeOf(said, check.exchange)),
  scenarios: [askElsewhere, findLifetime("access", 50, 50 * SECOND)],
};

/** An access token lives too long or not long enough. How long does it live? */
const accessEnds: Experiment = {
  explains: ({ check }) => check.id === "access-ends",
  scenarios: [findLifetime("access", 61 * MINUTE, FOREVER)],
};
const accessLasts: Experiment = {
  explains: ({ check }) => check.id === "access-lasts",
  scenarios: [findLifetime("access", 50, 50 * SECOND)],
};

/** The experiments that explain failures of the checks of this step and of the one before. */
export const accessExperiments: readonly Experiment[] = [
  ...randomExperiments,
  whyTurnedAway,
  accessEnds,
  accessLasts,
];

/** The mistakes with access tokens, and those of the step before. */
export const accessMistakes: readonly Mistake[] = [
  ...randomMistakes,
  meIgnoresToken,
  accessInWrongUnit,
  accessEndsEarly,
  accessNeverEnds,
  accessEndsLate,
  renewalWithoutUser,
  meWrongUser,
  bearerNotRead,
  meAcceptsRefreshToken,
  meDecodesOnly,
  algNoneAccepted,
  weakSecret,
  secretInSource,
];

/** Played after a pass: does a logout end the access token? */
export const askAfterLogout: Scenario = {
  name: "asking after a logout",
  world: moving,
  async act({ ada }) {
    await ada.login("login-to-leave");
    await ada.logout("logout-with-access");
    await ada.me("me-after-logout");
  },
};

export const accessAdvice: readonly Advice[] = [
  uuidBits,
  secretFallback,
  noWwwAuthenticate,
  logoutKeepsAccess,
];

export const step: Step = {
  number: 6,
  name: "access",
  part: "two",
  title: "Access tokens that prove who asks, and end",
  attack: {
    tried:
      "Mallory wrote another name into her access token, and signed it with every key that she could guess.",
    stoppedBy: /\bverify\(|jwtVerify\(|jwtDecrypt\(/,
  },
  learned:
    "Nobody can write a token in another's name now: only your key makes one that counts, and not for long.",
  scenarios: randomScenariosIn(moving, [sessions(moving), ...accessScenarios]),
  experiments: accessExperiments,
  afterthoughts: [askAfterLogout],
  checks: [...loginHolds, ...randomHolds, ...renewalHolds, unknownRefused, ...accessHolds, ...logoutHolds],
  added: accessHolds,
  mistakes: [...accessMistakes, ...lastMistakes],
  advice: accessAdvice,
  trial: [post("/login", { username: "ada", password: "lovelace" }), get("/me")],
};
