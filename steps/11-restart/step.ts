/** Step 11: logins survive a power cut, and so do their ends. */

import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Check, Finding } from "../../src/check/judge/check.ts";
import { bootInWords } from "../../src/check/judge/general.ts";
import { exchangeOf, received } from "../../src/check/judge/read-transcript.ts";
import { post } from "../../src/check/requests.ts";
import type { Scenario } from "../../src/check/scenario.ts";
import type { Step } from "../../src/check/step.ts";
import type { Exchange, Transcript } from "../../src/check/transcript.ts";
import { isGood, isRefused } from "../../src/course/sessions.ts";
import { failing } from "../../src/course/worlds.ts";
import { whatIsSavedAtAll, withoutOlderFiles } from "./experiment.ts";
import { restartMistakes } from "./mistakes.ts";
import { secondBoot } from "../5-random/step.ts";
import { isTurnedAway } from "../6-access/step.ts";
import { step as reuseStep } from "../10-reuse/step.ts";

/** The world of all power cuts. */
const cuts = { ...failing, name: "power cuts" };

/** The power fails at the moment of a login, and again at the moment of a renewal. */
const keepOn: Scenario = {
  name: "two power cuts",
  world: cuts,
  async act({ ada, grace, power }) {
    await grace.login();
    await power.cut(() => ada.login("login-cut"));
    await power.restore();
    await ada.me("me-after-cut");
    await grace.renew("grace-after-cut");
    await ada.renew("renew-after-cut");
    await power.cut(() => ada.renew("renew-cut"));
    await power.restore();
    await ada.renew("renew-after-renewal-cut");
    await grace.renew("grace-after-second-cut");
  },
};

/**
 * The power fails at the moment of a logout, and again when mallory's theft has been detected. Each of these is the
 * last act before a cut: if another act followed, an app that always saves everything would save this one with it.
 * After the first cut, ada's old token is sent before anything else.
 */
const stayEnded: Scenario = {
  name: "endings and power cuts",
  world: cuts,
  async act({ ada, grace, alan, mallory, power }) {
    await ada.login();
    const adaFirst = ada.credential();
    await ada.renew();
    await alan.login();
    const alans = alan.credential();
    await power.cut(() => alan.logout("logout-cut"));
    await power.restore();
    await mallory.renew("old-after-cut", adaFirst);
    await alan.renew("renew-after-logout-cut", alans);
    await ada.renew("ada-after-reuse-after-cut");
    await grace.login();
    const graceFirst = grace.credential();
    await grace.renew();
    await power.cut(() => mallory.renew("reuse-cut", graceFirst));
    await power.restore();
    await grace.renew("reused-after-cut");
  },
};

/** What is wrong about a boot after a power cut, counted from 2; null where it came up. */
function troubleAtBoot({ moves }: Transcript, boot: number): Finding | null {
  const again = moves.filter((move) => move.kind === "boot" && move.world === cuts.name)[boot - 2];
  if (again?.kind !== "boot" || again.boot.outcome === "up") return null;
  return failed("an app that starts again", bootInWords(again.boot));
}

/** The first of these exchanges that is not as it should be. */
function firstWrong(
  transcript: Transcript,
  labels: readonly string[],
  holds: (exchange: Exchange) => boolean,
  expected: string,
): Finding | null {
  const exchanges = labels.flatMap((label) => exchangeOf(transcript, label) ?? []);
  const wrong = exchanges.find((exchange) => !holds(exchange));
  if (wrong) return failed(expected, received(wrong), wrong.label);
  return exchanges.length < labels.length ? skipped : null;
}

const GOOD = "a 2xx answer";
const REFUSED = "400, 401 or 403 without a token";

const keepsSessions: Check = {
  id: "restart-keeps-sessions",
  title: "After a power cut, everybody is still logged in",
  exchange: "renew-after-cut",
  judge: (transcript) =>
    troubleAtBoot(transcript, 2) ??
    firstWrong(transcript, ["grace-after-cut", "renew-after-cut"], isGood, GOOD) ??
    firstWrong(transcript, ["me-after-cut"], (one) => !isTurnedAway(one) && isGood(one), GOOD) ??
    passed,
};

const keepsEndings: Check = {
  id: "restart-keeps-endings",
  title: "What has ended stays ended",
  exchange: "old-after-cut",
  needs: ["renew", "logout"],
  judge: (transcript) =>
    troubleAtBoot(transcript, 4) ??
    firstWrong(
      transcript,
      ["old-after-cut", "renew-after-logout-cut", "ada-after-reuse-after-cut"],
      isRefused,
      REFUSED,
    ) ??
    troubleAtBoot(transcript, 5) ??
    firstWrong(transcript, ["reused-after-cut"], isRefused, REFUSED) ??
    passed,
};

const again: Check = {
  id: "restart-again",
  title: "After a second power cut as well",
  exchange: "renew-after-renewal-cut",
  judge: (transcript) =>
    troubleAtBoot(transcript, 3) ??
    firstWrong(transcript, ["renew-after-renewal-cut", "grace-after-second-cut"], isGood, GOOD) ??
    passed,
};

/**
 * Four power cuts, with one act before each: a login, a renewal, a logout, a detected reuse. With fewer cuts, an act
 * would be saved with the next one by an app that always saves everything.
 */
export const restartScenarios: readonly Scenario[] = [keepOn, stayEnded];
export const restartHolds: readonly Check[] = [keepsSessions, keepsEndings, again];

export const step: Step = {
  number: 11,
  name: "restart",
  part: "two",
  title: "Sessions that live through a power cut",
  attack: {
    tried: "The power went out in the moment of an answer.",
    stoppedBy: /writeFileSync\(|appendFileSync\(|fsyncSync\(|DatabaseSync\(/,
  },
  learned: "Pull the plug: whoever was logged in still is, and whoever was logged out stays out.",
  scenarios: [
    ...reuseStep.scenarios.filter((one) => one !== secondBoot),
    { ...secondBoot, world: cuts },
    ...restartScenarios,
  ],
  experiments: [...reuseStep.experiments, ...whatIsSavedAtAll, withoutOlderFiles],
  afterthoughts: [...reuseStep.afterthoughts],
  checks: [...reuseStep.checks, ...restartHolds],
  added: restartHolds,
  mistakes: [...reuseStep.mistakes, ...restartMistakes],
  advice: [...reuseStep.advice],
  trial: [post("/login", { username: "ada", password: "lovelace" })],
};
