/** Finds out by trying how long a token stays good: people log in, the clock moves on, the token is sent. */

import type { Cast, Scenario } from "../check/scenario.ts";
import { numberOf, readJwt } from "../check/jwt.ts";
import type { Discovery, Transcript } from "../check/transcript.ts";
import { isGood } from "./sessions.ts";
import { moving } from "./worlds.ts";

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** A token that is still good after this time has no end that matters. */
export const FOREVER = 100 * 365 * DAY;
/** The search stops when the two times that it knows differ by less than this share. */
const EXACT = 1.002;

/** How long a token was good, and after how long it was refused; null: it never was. In ms. */
export interface Lifetime {
  good: number;
  ended: number | null;
}

type Kind = Lived["token"];
type Lived = Extract<Discovery, { kind: "lifetime" }>;

/**
 * Whether a token of a fresh login is good after some time. Each try needs a fresh one, because a use may move its end.
 */
async function goodAfter({ ada, clock }: Cast, token: Kind, ms: number): Promise<boolean> {
  await ada.login();
  const [access, refresh] = [ada.accessToken, ada.credential()];
  await clock.move(ms);
  return isGood(token === "access" ? await ada.me(undefined, access) : await ada.renew(undefined, refresh));
}

/** How long a JWT says that it lives, in ms; null where the token is not a JWT, or says something impossible. */
async function lifeAsItSays({ ada, clock }: Cast, token: Kind): Promise<number | null> {
  await ada.login();
  const jwt = readJwt((token === "access" ? ada.accessToken : ada.refreshToken) ?? "");
  const [begin, end] = [numberOf(jwt, "iat") ?? clock.now() / SECOND, numberOf(jwt, "exp")];
  const ms = end === null ? 0 : (end - begin) * SECOND;
  return ms > 0 && ms <= FOREVER ? ms : null;
}

/** In ms. A JWT counts in whole seconds, so the real end may differ from the written one by this much. */
const NEAR = 2 * SECOND;

/**
 * Finds out when a token ends.
 *
 * @param from a time after the login at which it should be good, in ms
 * @param to a time after the login at which it should have ended, in ms
 */
export function findLifetime(token: Kind, from: number, to: number): Scenario {
  return {
    name: `the life of the ${token} token`,
    world: moving,
    async act(cast) {
      const tell = (good: number, ended: number | null) =>
        cast.discover({
          kind: "lifetime",
          token,
          good: Math.round(good),
          ended: ended === null ? null : Math.round(ended),
        });
      // If the token itself says when it ends, only that has to be confirmed.
      const said = await lifeAsItSays(cast, token);
      if (said !== null && !(await goodAfter(cast, token, said + NEAR))) {
        if (said <= NEAR || (await goodAfter(cast, token, said - NEAR))) return tell(said, said);
      }
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
      tell(good, ended > to ? null : ended);
    },
  };
}

/** What was found out about a token's life; null where the experiment did not look at it. */
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

/**
 * A time in the unit that people would use: "7 days", "about 10.4 days".
 *
 * @param ms exact to one part in 500
 */
export function inWords(ms: number): string {
  if (ms < SECOND) return "less than a second";
  const [name, unit] = UNITS.find(([, length]) => ms >= length * 0.996) ?? (["second", SECOND] as const);
  const count = ms / unit;
  const isWhole = Math.abs(count - Math.round(count)) < count * 0.004;
  const number = isWhole ? String(Math.round(count)) : count.toFixed(1);
  return `${isWhole ? "" : "about "}${number} ${name}${number === "1" ? "" : "s"}`;
}

/** Lifetimes that people choose for a token, in ms. */
const CHOSEN: Readonly<Record<"access" | "refresh", readonly number[]>> = {
  access: [10, 15, 30, 60]
    .map((count) => count * SECOND)
    .concat([2, 3, 5, 10, 15, 20, 30, 45, 60].map((count) => count * MINUTE)),
  refresh: [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 15, 20, 21, 25, 28, 30, 31]
    .map((count) => count * DAY)
    .concat([8, 12].map((count) => count * HOUR)),
};

/**
 * The life that was meant, where a token lives a thousand times as long as people choose, or a thousandth of it:
 * seconds and milliseconds were confused. null where the life may be meant.
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

/**
 * Says that a token lives as long as if its unit had been taken for the other one.
 *
 * @param kind as in "The access token"
 * @param meant in ms
 */
export function sayOtherUnit(kind: string, { good, ended }: Lifetime, meant: number): string {
  const lived = (good + (ended ?? good)) / 2;
  const confused =
    lived > meant ? "milliseconds were taken for seconds" : "seconds were taken for milliseconds";
  // A life of less than a second is that of many lengths that people choose.
  const guess = lived < SECOND ? confused : `${inWords(meant)} were meant: ${confused}`;
  return `${kind} is good for ${inWords(lived)}. It looks as if ${guess}.`;
}
