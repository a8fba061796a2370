/** Step 6: the access token proves who asks, and ends. */

import { answerCheck, success } from "../../src/check/judge/answers.ts";
import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Check } from "../../src/check/judge/check.ts";
import { exchangeOf, isSuccess, received } from "../../src/check/judge/read-transcript.ts";
import { get, post } from "../../src/check/requests.ts";
import type { Scenario } from "../../src/check/scenario.ts";
import type { Step } from "../../src/check/step.ts";
import type { Exchange, Transcript } from "../../src/check/transcript.ts";
import {
  allGood,
  loginHolds,
  logoutHolds,
  renewalHolds,
  sessions,
  unknownRefused,
} from "../../src/course/sessions.ts";
import { moving } from "../../src/course/worlds.ts";
import { randomHolds, randomScenariosIn } from "../5-random/step.ts";
import { forgeries, readJwt } from "./forge.ts";
import { findKey, signedFor } from "./keys.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Two people ask who they are, and mallory asks without any proof, or with the wrong one. */
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
 * Mallory holds alan's access token and wants to be grace. What tells grace apart is in grace's own token: her name, or
 * the number that she has here.
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

/** The clock moves: a token is good for a while, then it has ended, and a renewal brings another. */
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
  judge(transcript: Transcript) {
    const exchange = exchangeOf(transcript, "forged-with-key");
    if (!exchange) return exchangeOf(transcript, "me-ada") ? passed : skipped;
    const accepted = exchange.response !== null && isSuccess(exchange.response);
    return accepted ? failed("401 or 403 for a token that mallory signed", received(exchange)) : passed;
  },
};

/** What later steps still look at. */
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
  turnedAway(
    "access-unforgeable",
    "A forged access token is refused",
    "forged-payload",
    (label) => label.startsWith("forged-") && label !== "forged-with-key",
  ),
  keySecret,
  allGood("access-lasts", "The access token is good for a minute", ["me-after-50-seconds"]),
  turnedAway(
    "access-ends",
    "After an hour it has ended",
    "me-after-61-minutes",
    (label) => label === "me-after-61-minutes",
  ),
  allGood("access-renewed", "Then a renewal brings one that is good", [
    "renew-after-61-minutes",
    "me-renewed-after-61-minutes",
  ]),
];

export const step: Step = {
  number: 6,
  name: "access",
  part: "two",
  title: "Access tokens that prove who asks, and end",
  learned: "A forged token opens nothing now, and a stolen one is worth little after an hour.",
  scenarios: [sessions(moving), ...accessScenarios, ...randomScenariosIn(moving)],
  experiments: [],
  afterthoughts: [],
  checks: [...loginHolds, ...randomHolds, ...renewalHolds, unknownRefused, ...accessHolds, ...logoutHolds],
  mistakes: [],
  advice: [],
  trial: [post("/login", { username: "ada", password: "lovelace" }), get("/me")],
};
