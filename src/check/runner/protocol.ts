/**
 * What host and guest say to each other: one JSON document a line. Every line of the guest starts with the secret that
 * the host gave it in `run`, so that a learner's program cannot speak for it.
 */

import type { Event, Fault, Holder, Layer, Place, Store } from "../transcript.ts";

/** The guest's file descriptors. There are two, so that the host reads its last messages where it can write nothing any more. */
export const FROM_GUEST = 3;
export const TO_GUEST = 4;
/** In a box without a network: sockets of the host's 127.0.0.1 to listen on. One each: what shares one would share its clients. */
export const SOCKETS = [5, 6, 7] as const;
/** What the makers of a box read the filter of system calls from. The program does not have it. */
export const FILTER = 8;

/** What the program finds when it runs, where that is not what it would find anyway. Plain data. */
export interface Setting {
  clock: "real" | "standing" | "moving";
  /** What the clock shows at first, in ms since 1970; of no account for the real one. */
  startsAt: number;
  /** Math.random gives the same numbers at each boot. */
  repeatsRandom: boolean;
  /** The process can be ended in the moment of an answer. */
  losesPower: boolean;
  /** The working directory, absolute; null: as it is. */
  folder: string | null;
  /** Secrets to be set in the environment; null: as it is. */
  secrets: Readonly<Record<string, string>> | null;
}

export type ToGuest =
  /** Loads express ahead of time, as seen from the folder `from`, and warms it with requests to a throwaway app. */
  | { do: "warm"; from: string; express: string }
  /** Runs the learner's file (absolute). `express`: a file of the tutor's own to resolve express from. */
  | { do: "run"; secret: string; file: string; express: string; setting: Setting }
  /** Serve the app that the program made: it will not do so itself. */
  | { do: "serve"; port: number }
  | { do: "ask"; id: number; question: Question };

export type Question =
  | { about: "pulse" }
  /**
   * `refreshTokens` now. `deep`: search the heap too, where no scope leads to it. `brief`: of each list that stands in its
   * place only the last item and the size, where it was found before.
   */
  | { about: "store"; deep: boolean; brief: boolean }
  | { about: "add-token"; token: string; at: "front" | "back" }
  | { about: "layers" }
  /** Moves the program's clock on by `ms`; answered when all that was due on the way has happened. */
  | { about: "move-clock"; ms: number }
  /** From now on the next answer is the last thing that the process does. */
  | { about: "cut" }
  /** Ends the program as somebody does who stops it with Ctrl+C: what it does then is done. Never answered. */
  | { about: "end" }
  /** From now on every error is told of, caught ones included. */
  | { about: "throws" }
  /** All texts that the handlers can reach. */
  | { about: "reach" }
  /** Answers when so many connections to the app are open, or after `ms`. */
  | { about: "connected"; count: number; ms: number }
  /** Answers when the program has no more pending timers and file operations than when it came up, or after `ms`. */
  | { about: "settled"; ms: number };

export interface Answer {
  store?: Store;
  holders?: Holder[];
  /** The lists by name, and how much is in each. */
  sizes?: Record<string, number>;
  layers?: Layer[];
  added?: boolean;
  /** Each text with the way to it, such as "sessions[0].token". */
  reached?: { where: string; text: string }[];
}

export type FromGuest =
  /** The program's own code has run to its end; its event loop may go on. */
  | { say: "evaluated"; apps: number; exported: boolean }
  /** It listens, but express() was never called. */
  | { say: "foreign" }
  /** Nothing is left to do for the program. */
  | { say: "idle"; apps: number }
  | { say: "up"; how: "listened" | "served"; port: number }
  /** `n` counts the requests that the program has received. */
  | { say: "event"; n: number; event: Event }
  /** The program starts a process, or tries to. */
  | { say: "offspring" }
  | { say: "fault"; n: number; fault: Fault }
  | { say: "exit"; apps: number; listened: boolean; called: boolean; place: Place | null }
  | { say: "answer"; id: number; n: number; answer: Answer };
