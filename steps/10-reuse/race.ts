/** Ten renewals with one token in one moment. At most one of the tokens that they give may still renew afterwards. */

import { withToken } from "../../src/check/credential.ts";
import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Check } from "../../src/check/judge/check.ts";
import { received } from "../../src/check/judge/read-transcript.ts";
import type { Scenario } from "../../src/check/scenario.ts";
import { isGood } from "../../src/course/sessions.ts";
import { refreshTokenIn } from "../../src/course/tokens-given.ts";
import { moving } from "../../src/course/worlds.ts";

/** How many times ten renewals are sent in one moment. */
const RACES = 4;
const AT_ONCE = 10;

/** Sends ten renewals with one token in one moment, and then tries every token that they gave. */
function race(turn: number): Scenario {
  return {
    name: `race ${turn}`,
    world: moving,
    async act({ ada, mallory }) {
      await ada.login();
      const own = ada.credential();
      const answers = await ada.renewAtOnce(`race-${turn}`, AT_ONCE, turn < RACES);
      const handedOut = new Set(answers.filter(isGood).flatMap((answer) => refreshTokenIn(answer) ?? []));
      let living = 0;
      for (const [at, token] of [...handedOut].entries()) {
        const answer = await mallory.renew(`after-race-${turn}-${at + 1}`, withToken(own, token));
        if (isGood(answer) && ++living > 1) return;
      }
    },
  };
}

export const oneLives: Check = {
  id: "race-one-lives",
  title: "Of ten renewals in one moment, at most one lives on",
  exchange: "race-1-1",
  needs: ["renew"],
  judge({ exchanges }) {
    const turns = Array.from({ length: RACES }, (_, at) => at + 1);
    if (!exchanges.some(({ label }) => label === `race-${RACES}-1`)) return skipped;
    for (const turn of turns) {
      const answers = exchanges.filter(({ label }) => label.startsWith(`race-${turn}-`));
      const broken = answers.find(({ response }) => response !== null && response.status >= 500);
      if (broken) return failed("a good answer or a refusal", received(broken), broken.label);
      const living = exchanges.filter(
        (exchange) => exchange.label.startsWith(`after-race-${turn}-`) && isGood(exchange),
      );
      if (living.length > 1) {
        const last = living.at(-1)?.label;
        return failed("at most one token that renews", `${living.length} tokens that renew`, last);
      }
    }
    return passed;
  },
};

export const raceScenarios: readonly Scenario[] = Array.from({ length: RACES }, (_, at) => race(at + 1));
