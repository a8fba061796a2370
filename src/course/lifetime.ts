/** How long a token stays good, found out by trying: people log in, the clock moves, the token is sent. */

import type { Cast, Scenario } from "../check/scenario.ts";
import type { Exchange, Transcript } from "../check/transcript.ts";
import { isGood } from "./sessions.ts";
import { moving } from "./worlds.ts";

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** A token that is good for longer has no end that anybody will see. */
export const FOREVER = 100 * 365 * DAY;
/** Ends the search: what is known is exact to this share. */
const EXACT = 1.002;

/** What is known of a token's life. In ms; `ended` null: it never ended. */
export interface Lifetime {
  good: number;
  ended: number | null;
}

/** A token of a fresh login, sent after some time: a fresh one each time, because each use may move its end. */
async function goodAfter({ ada, clock }: Cast, token: "access" | "refresh", ms: number): Promise<boolean> {
  await ada.login();
  const [access, refresh] = [ada.accessToken, ada.credential()];
  await clock.move(ms);
  const exchange: Exchange =
    token === "access" ? await ada.me(undefined, access) : await ada.renew(undefined, refresh);
  return isGood(exchange);
}

/** Finds out when a token ends, between `from` and `to` ms after its login. */
export function findLifetime(token: "access" | "refresh", from: number, to: number): Scenario {
  return {
    name: `the life of the ${token} token`,
    world: moving,
    async act(cast) {
      let [good, ended] = [0, Number.POSITIVE_INFINITY];
      for (let ms = from; ms <= to && ended > to; ms *= 30) {
        if (await goodAfter(cast, token, ms)) good = ms;
        else ended = ms;
      }
      while (good > 0 && good < to && ended / good > EXACT) {
        const middle = ended > to ? to : Math.sqrt(good * ended);
        if (await goodAfter(cast, token, middle)) good = middle;
        else ended = middle;
      }
      cast.discover({ kind: "lifetime", token, good, ended: ended > to ? null : ended });
    },
  };
}

/** What was found out about a token's life; null where it was not looked for. */
export function lifetimeIn(experiment: Transcript | null, token: "access" | "refresh"): Lifetime | null {
  const found = experiment?.discoveries.find((one) => one.kind === "lifetime" && one.token === token);
  return found?.kind === "lifetime" ? found : null;
}

const UNITS: readonly (readonly [string, number])[] = [
  ["year", 365 * DAY],
  ["day", DAY],
  ["hour", HOUR],
  ["minute", MINUTE],
  ["second", SECOND],
];

/** A time in the unit that one would say it in: "7 days", "15 minutes". `ms`: known to a share of one in 500. */
export function inWords(ms: number): string {
  if (ms < SECOND) return "less than a second";
  const near = (value: number) => Math.abs(value - Math.round(value)) < value * 0.004;
  const [name, unit] =
    UNITS.find(([, length]) => ms >= length * 0.996 && near(ms / length)) ??
    UNITS.find(([, length]) => ms >= length) ??
    (["second", SECOND] as const);
  const count = Math.max(1, Math.round(ms / unit));
  const about = near(ms / unit) ? "" : "about ";
  return `${about}${count} ${name}${count === 1 ? "" : "s"}`;
}

/** Lifetimes that people choose for a token. */
const CHOSEN: Readonly<Record<"access" | "refresh", readonly number[]>> = {
  access: [10, 15, 30, 60]
    .map((count) => count * SECOND)
    .concat([2, 3, 5, 10, 15, 20, 30, 45, 60].map((count) => count * MINUTE)),
  refresh: [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 15, 20, 21, 25, 28, 30, 31]
    .map((count) => count * DAY)
    .concat([8, 12].map((count) => count * HOUR)),
};

/**
 * The life that was meant, where a token lives a thousandth or a thousand times as long as people choose: seconds were
 * taken for milliseconds, or the other way round. Null where the life is one that somebody may have meant.
 */
export function meantInOtherUnit({ good, ended }: Lifetime, token: "access" | "refresh"): number | null {
  if (ended === null) return null;
  const scales = (factor: number) =>
    CHOSEN[token].find((one) => one * factor >= good * 0.997 && one * factor <= ended * 1.003 + SECOND / 2);
  const isShort = ended < 48 * MINUTE;
  const short = isShort ? scales(1 / 1_000) : undefined;
  const long = good > HOUR ? scales(1_000) : undefined;
  return short ?? long ?? null;
}
