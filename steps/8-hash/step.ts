/** Step 8: a copy of the store opens nothing. */

import { withToken } from "../../src/check/credential.ts";
import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Check } from "../../src/check/judge/check.ts";
import { exchangeOf } from "../../src/check/judge/read-transcript.ts";
import { post } from "../../src/check/requests.ts";
import type { Scenario } from "../../src/check/scenario.ts";
import type { Step } from "../../src/check/step.ts";
import { allRefused, isGood } from "../../src/course/sessions.ts";
import { moving } from "../../src/course/worlds.ts";
import { step as expiryStep } from "../7-expiry/step.ts";
import { tokensIn, worthTrying } from "./burglary.ts";

/** How many texts a burglar sends as tokens. */
const MOST_TRIES = 40;

/** Mallory gets a copy of the store and of every file, and tries what is in it. */
const burgle: Scenario = {
  name: "the burglar",
  world: moving,
  async act({ ada, grace, mallory, loot, discover }) {
    await ada.login("login-before-burglary");
    await grace.login();
    await grace.renew();
    const owned = [ada, grace].map(({ name, refreshToken }) => ({ person: name, token: refreshToken ?? "" }));
    const copy = await loot();
    for (const found of tokensIn(copy, owned)) discover(found);
    const credential = ada.credential();
    const known = owned.map(({ token }) => token);
    const texts = worthTrying(copy, MOST_TRIES).filter(({ text }) => !known.includes(text));
    for (const [at, { text }] of texts.entries()) {
      await mallory.renew(`stolen-${at + 1}`, withToken(credential, text));
    }
  },
};

/** One person, two logins: the second is logged out. bcrypt, which looks at 72 bytes, takes two signed tokens for one. */
const twins: Scenario = {
  name: "two logins of one person",
  world: moving,
  async act({ alan }) {
    await alan.login();
    await alan.login();
    const second = alan.credential();
    await alan.logout("logout-second-login", second);
    await alan.renew("second-login-after-logout", second);
  },
};

const opensNothing: Check = {
  id: "store-opens-nothing",
  title: "A copy of the store holds no token that works",
  exchange: "login-before-burglary",
  judge(transcript) {
    if (!exchangeOf(transcript, "login-before-burglary")) return skipped;
    const found = transcript.discoveries.find(
      (one) => one.kind === "token" && one.form !== "part of a digest",
    );
    if (found?.kind === "token") {
      return failed("no refresh token in the store", `${found.person}'s refresh token in ${found.where}`);
    }
    const opened = transcript.exchanges.find(
      (exchange) => exchange.label.startsWith("stolen-") && isGood(exchange),
    );
    if (!opened) return passed;
    return failed("nothing that renews", "a text from the store renews when it is sent", opened.label);
  },
};

const wholeHash: Check = {
  id: "whole-hash-kept",
  title: "The store keeps the whole hash",
  exchange: "login-before-burglary",
  judge(transcript) {
    if (!exchangeOf(transcript, "login-before-burglary")) return skipped;
    const part = transcript.discoveries.find(
      (one) => one.kind === "token" && one.form === "part of a digest",
    );
    if (part?.kind !== "token") return passed;
    return failed("the whole digest of a token", `a part of it: ${part.text} in ${part.where}`);
  },
};

export const hashScenarios: readonly Scenario[] = [burgle, twins];

export const hashHolds: readonly Check[] = [
  opensNothing,
  wholeHash,
  allRefused("whole-token-compared", "The whole token is compared", ["second-login-after-logout"]),
];

export const step: Step = {
  number: 8,
  name: "hash",
  part: "two",
  title: "A store that opens nothing",
  learned: "A copy of your store is now worth nothing.",
  scenarios: [...expiryStep.scenarios, ...hashScenarios],
  experiments: [],
  afterthoughts: [],
  checks: [...expiryStep.checks, ...hashHolds],
  mistakes: [...expiryStep.mistakes],
  advice: [...expiryStep.advice],
  trial: [post("/login", { username: "ada", password: "lovelace" })],
};
