/** Step 7: refresh tokens end, too. */

import type { Check } from "../../src/check/judge/check.ts";
import { post } from "../../src/check/requests.ts";
import type { Scenario } from "../../src/check/scenario.ts";
import type { Step } from "../../src/check/step.ts";
import { allGood, allRefused } from "../../src/course/sessions.ts";
import { moving } from "../../src/course/worlds.ts";
import { step as accessStep } from "../6-access/step.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A day passes, then a month. Each token is sent by itself: a jar might let a cookie go before the app does. */
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
  allRefused("refresh-ends", "After a month it has ended", ["renew-after-32-days"]),
];

export const step: Step = {
  number: 7,
  name: "expiry",
  part: "two",
  title: "Refresh tokens that end",
  learned: "A token that was lost a month ago is worth nothing now.",
  scenarios: [...accessStep.scenarios, ...expiryScenarios],
  experiments: [],
  afterthoughts: [],
  checks: [...accessStep.checks, ...expiryHolds],
  mistakes: [],
  advice: [],
  trial: [post("/login", { username: "ada", password: "lovelace" })],
};
