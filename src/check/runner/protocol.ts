/**
 * What host and guest say to each other: one JSON document a line. Every line of the guest starts with the secret that
 * the host gave it in `run`, so that a learner's program cannot speak for it.
 */

import type { Event, Fault, Holder, Layer, Place, Store } from "../transcript.ts";

/**
 * The guest's file descriptors. There are two, so that the host can read the last messages when it cannot write any
 * more.
 */
export const FROM_GUEST = 3;
export const TO_GUEST = 4;
/**
 * In a box without a network, the descriptors of sockets that listen on the host's 127.0.0.1. Each server takes one of
 * its own: on a shared one, the servers would take each other's clients.
 */
export const SOCKETS = [5, 6, 7] as const;
/** From here, whatever makes the box reads the filter of system calls. The program never gets it. */
export const FILTER = 8;

/** What the program finds in its world, where that is not what it would find anyway. Plain data. */
export interface Setting {
  clock: "real" | "standing" | "moving";
  /** What the clock shows at first, in ms since 1970. The real clock ignores it. */
  startsAt: number;
  /** Whether Math.random gives the same numbers at each boot. */
  repeatsRandom: boolean;
  /** Whether, until it is told to run, the clock stands and Math.random gives the same numbers at each boot. */
  stands: boolean;
  /** Whether the process can be ended at the moment of an answer. */
  losesPower: boolean;
  /** The working directory, absolute; null: unchanged. */
  folder: string | null;
  /** Secrets for the environment; null: the environment is unchanged. */
  secrets: Readonly<Record<string, string>> | null;
}

export type ToGuest =
  /** Loads express ahead of time, as seen from the folder `from`, and warms it with requests to a throwaway app. */
  | { do: "warm"; from: string; express: string }
  /** Runs the learner's file (absolute). `express`: a file of the tutor's own, which can load express. */
  | { do: "run"; secret: string; file: string; express: string; setting: Setting }
  /** Makes the app of the program listen, because the program itself will not. */
  | { do: "serve"; port: number }
  | { do: "ask"; id: number; question: Question };

export type Question =
  | { about: "pulse" }
  /**
   * What `refreshTokens` holds now. `deep`: where no scope leads to it, the heap is searched, too. `brief`: of lists
   * that stand in its place, read only the size and the last item, and only of those that were found before.
   */
  | { about: "store"; deep: boolean; brief: boolean }
  /** From now on, a list of one of these names counts as `refreshTokens` where there is no such variable. */
  | { about: "other-names"; names: readonly string[] }
  | { about: "add-token"; token: string; at: "front" | "back" }
  | { about: "layers" }
  /** Moves the program's clock on by `ms`. The answer comes when all that was due until then has happened. */
  | { about: "move-clock"; ms: number }
  /** Lets a clock that stands at first run, and Math.random be as usual. */
  | { about: "run-clock" }
  /** From now on, the process ends with its next answer. */
  | { about: "cut" }
  /** Ends the program as Ctrl+C does, so that it can do what it does then. There is no answer. */
  | { about: "end" }
  /** From now on, the guest tells of every error, also of those that the program catches. */
  | { about: "throws" }
  /** All texts that the handlers can reach in memory. */
  | { about: "reach" }
  /** The answer comes when so many connections to the app are open, or after `ms`. */
  | { about: "connected"; count: number; ms: number }
  /**
   * The answer comes when the program has as few pending timers and file operations as when it came up, or after `ms`.
   */
  | { about: "settled"; ms: number };

export interface Answer {
  store?: Store;
  holders?: Holder[];
  /** How many items each list holds, by the list's name. */
  sizes?: Record<string, number>;
  layers?: Layer[];
  added?: boolean;
  /** Each text with the way to it, such as "sessions[0].token". */
  reached?: { where: string; text: string }[];
}

export type FromGuest =
  /** The program's own code has run to its end. Its event loop may still turn. */
  | { say: "evaluated"; apps: number; exported: boolean }
  /** Something listens, but express() was never called. */
  | { say: "foreign" }
  /** The program has nothing left to do. */
  | { say: "idle"; apps: number }
  | { say: "up"; how: "listened" | "served"; port: number }
  /** `n`: how many requests the program has received so far. */
  | { say: "event"; n: number; event: Event }
  /** The program starts a process, or tries to. */
  | { say: "offspring" }
  /** The guest begins to look into the program, which stands still until the answer. */
  | { say: "looking" }
  | { say: "fault"; n: number; fault: Fault }
  | { say: "exit"; apps: number; listened: boolean; called: boolean; place: Place | null }
  | { say: "answer"; id: number; n: number; answer: Answer };
