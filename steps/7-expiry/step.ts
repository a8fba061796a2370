/** Step 7: refresh tokens end as well. */

import type { Mistake } from "../../src/check/diagnosis/mistake.ts";
import type { Check } from "../../src/check/judge/check.ts";
import { exchangeOf } from "../../src/check/judge/read-transcript.ts";
import { post } from "../../src/check/requests.ts";
import type { Cast, Scenario } from "../../src/check/scenario.ts";
import type { Experiment, Step } from "../../src/check/step.ts";
import { DAY, findLifetime, FOREVER, HOUR } from "../../src/course/lifetime.ts";
import { lastMistakes } from "../../src/course/mistakes.ts";
import { allGood, allRefused, isRefused } from "../../src/course/sessions.ts";
import { moving } from "../../src/course/worlds.ts";
import { accessAdvice, accessMistakes, askAfterLogout, step as accessStep } from "../6-access/step.ts";
import { expiredKept } from "./advice.ts";
import { expiryInWrongUnit } from "./mistakes/expiry-in-wrong-unit.ts";
import { expiryNotChecked } from "./mistakes/expiry-not-checked.ts";
import { refreshEndsEarly } from "./mistakes/refresh-ends-early.ts";
import { refreshEndsLate } from "./mistakes/refresh-ends-late.ts";
import { refreshNeverEnds } from "./mistakes/refresh-never-ends.ts";

/**
 * A day passes, then a month. Each token is sent as it was kept, because a browser might drop a cookie before the app
 * does.
 */
const waitForIt: Scenario = {
  name: "a month",
  world: moving,
  async act({ ada, grace, clock }) {
    await ada.login("login-before-the-day");
    await clock.move(23 * HOUR);
    await ada.renew("renew-after-23-hours");
    await grace.login("login-before-the-month");
    const old = grace.credential();
    await clock.move(32 * DAY);
    await grace.renew("renew-after-32-days", old);
  },
};

export const expiryScenarios: readonly Scenario[] = [waitForIt];

export const expiryHolds: readonly Check[] = [
  allGood("refresh-lasts", "A refresh token is good for a day", ["renew-after-23-hours"]),
  {
    ...allRefused("refresh-ends", "After a month it has ended", ["renew-after-32-days"]),
    needs: ["renew"],
  },
];

/** A refresh token lives too long or not long enough. How long does it live? */
const refreshEnds: Experiment = {
  explains: ({ check }) => check.id === "refresh-ends",
  scenarios: [findLifetime("refresh", 32 * DAY, FOREVER)],
};
const refreshLasts: Experiment = {
  explains: ({ check }, said) =>
    ["access-renewed", "refresh-lasts"].includes(check.id) &&
    ["renew-after-61-minutes", "renew-after-23-hours"].some((label) => isRefused(exchangeOf(said, label))),
  scenarios: [findLifetime("refresh", 50, 23 * HOUR)],
};

/** The experiments that explain failures of the checks of this step and of those before. */
export const expiryExperiments: readonly Experiment[] = [
  refreshEnds,
  refreshLasts,
  ...accessStep.experiments,
];

/** The mistakes with tokens that end, and those of the steps before. */
export const expiryMistakes: readonly Mistake[] = [
  refreshEndsEarly,
  expiryInWrongUnit,
  expiryNotChecked,
  refreshNeverEnds,
  refreshEndsLate,
  ...accessMistakes,
];

/** The texts that the app keeps, each with the place where it lies. */
async function textsOf(loot: Cast["loot"]): Promise<Map<string, string>> {
  return new Map((await loot()).map(({ text, where }) => [text, where]));
}

/** Whether a text is long and no line of words, as a token, a hash or a random id is. Bytes may happen to hold a space. */
function isDrawn(text: string): boolean {
  const isBytes = /[^\P{Cc}\s]/u.test(text);
  return text.length >= 20 && (isBytes || !/\s/.test(text));
}

/** Played after a pass: after all this time and a login of another person, what does the store still hold? */
export const lookAtTheStore: Scenario = {
  name: "what the store still holds",
  world: moving,
  async act({ ada, grace, alan, clock, loot, discover }) {
    const before = await textsOf(loot);
    await ada.login("login-to-be-forgotten");
    await ada.renew("renewal-to-be-forgotten");
    // A store may hold only a hash of the token. So all long texts are followed that came with the login and its
    // renewal.
    const came = [...(await textsOf(loot)).keys()].filter((text) => isDrawn(text) && !before.has(text));
    const old = ada.refreshToken;
    await grace.login("login-to-be-ended");
    await clock.move(32 * DAY);
    await grace.renew("renewal-of-an-ended-one");
    await alan.login("login-after-the-month");
    const after = await textsOf(loot);
    const kept = [...after.keys()].find(
      (text) => (old !== null && text.includes(old)) || came.includes(text),
    );
    if (kept !== undefined) discover({ kind: "kept", where: after.get(kept) ?? "", person: "ada" });
  },
};

export const step: Step = {
  number: 7,
  name: "expiry",
  part: "two",
  title: "Refresh tokens that end",
  attack: {
    tried: "Mallory found an old token in a backup and sent it.",
    stoppedBy: /[<>]=?\s*(?:Date\.now\(\)|now\b)|(?:Date\.now\(\)|\bnow)\s*[<>]/,
    after: "/token",
  },
  learned: "A token that was lost a month ago is worth nothing now.",
  scenarios: [...accessStep.scenarios, ...expiryScenarios],
  experiments: expiryExperiments,
  afterthoughts: [lookAtTheStore, askAfterLogout],
  checks: [...accessStep.checks, ...expiryHolds],
  added: expiryHolds,
  mistakes: [...expiryMistakes, ...lastMistakes],
  advice: [expiredKept, ...accessAdvice],
  trial: [post("/login", { username: "ada", password: "lovelace" })],
};
