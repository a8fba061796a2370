/** A scenario: what people do with the learner's app, written as a client acts. The checker plays it and records it. */

import type { Discovery, Exchange, Place, Request } from "./transcript.ts";

/** How an app is booted for the scenarios that are played in it. Scenarios of one world share its boot. */
export interface World {
  /** Tells it from the other worlds of a step. */
  name: string;
  /** "standing": it never moves on. "moving": it goes on as usual, and a scenario can move it further. */
  clock: "real" | "standing" | "moving";
  /** "repeated": Math.random gives the same numbers at each boot. */
  random: "real" | "repeated";
  /** "fails": the scenario can end the program in the moment of an answer, and boot it again. */
  power: "steady" | "fails";
  /**
   * "folder": in the learner's own folder. "copy": in a copy of it, with secrets of the world's own. "copy without data":
   * in a copy that lacks the files of data that the program names, as it may have written them in an earlier attempt.
   */
  place: "folder" | "copy" | "copy without data";
  /** The store is looked at after each answer. */
  looks: boolean;
}

/** A cookie as a browser keeps it. */
export interface Cookie {
  name: string;
  value: string;
  domain: string;
  path: string;
  httpOnly: boolean;
  secure: boolean;
  sameSite: string | null;
  /** When it ends, in ms since 1970; null: with the browser's session. */
  endsAt: number | null;
}

/** What lets a client renew: what a thief would copy. Plain data, as it was when it was taken. */
export interface Credential {
  /** The refresh token of the last answer's body; null where it held none. */
  refreshToken: string | null;
  cookies: readonly Cookie[];
}

export interface SendOptions {
  /**
   * Makes another request that has to be answered alike. It is sent once or twice more, by chance: an app is not right
   * that counts its requests or knows what will be asked. It shows only where the answer's status is another one.
   */
  alike?: () => Request;
  /** The store is to change by it: an app that answers first and changes it later is given time to. */
  changesStore?: boolean;
}

/**
 * Somebody who uses the app through a client of their own. Each call sends a request, takes the tokens of a good answer
 * and returns the exchange. Where a label is left out, one is made of the scenario's name, the person's and the act.
 * Where nothing more can be learned (the app hangs, has ended, has no time left), the call ends the scenario.
 */
export interface Person {
  readonly name: string;
  /** The access token that was received last. */
  readonly accessToken: string | null;
  /** The refresh token that was received last, from a body or a cookie. */
  readonly refreshToken: string | null;
  /** A copy of all that lets this person renew now. */
  credential(): Credential;
  /** Sends any request. null: it was not sent, because this route has not answered before. */
  send(label: string, request: Request, options?: SendOptions): Promise<Exchange | null>;
  /** POST /login with the person's name and password. */
  login(label?: string): Promise<Exchange>;
  /** POST /token with a credential, the person's own unless told. */
  renew(label?: string, credential?: Credential): Promise<Exchange>;
  /** POST /logout with a credential, the person's own unless told. */
  logout(label?: string, credential?: Credential): Promise<Exchange>;
  /** GET /me with an access token, the person's own unless told; null: without the header. */
  me(label?: string, accessToken?: string | null): Promise<Exchange>;
  /**
   * POST /token so often in one moment, each on a connection of its own that is open already. `held`: the program finds all
   * of them at once; otherwise each as it comes.
   */
  renewAtOnce(label: string, times: number, held: boolean): Promise<Exchange[]>;
}

/** The clock of the app's world and of the people in it. */
export interface WorldClock {
  /** Milliseconds since 1970, as the app sees it. */
  now(): number;
  /** Moves it on by ms; what the app has set timers for happens on the way. */
  move(ms: number): Promise<void>;
}

/** The power that the app runs on. */
export interface Power {
  /** The process ends in the moment when the next answer's bytes are sent; `act` sends the request. */
  cut(act: () => Promise<Exchange>): Promise<Exchange>;
  /** Ends the app as somebody does who stops it: what it has begun is finished first. */
  end(): Promise<void>;
  /** Boots the app again: the same folder, the same environment. */
  restore(): Promise<void>;
}

/** A text that somebody with a copy of the app's store would hold. */
export interface Loot {
  /** Where it lay: "sessions[0].token" or the name of a file that the app wrote. */
  where: string;
  text: string;
  /** The learner's own name of that file, absolute, and the line; null for what lay in memory. */
  place: Place | null;
}

/** A string of the learner's source, as it is written there. */
export interface Word {
  text: string;
  place: Place;
}

/** Who and what a scenario can use. People have logged in nowhere yet. */
export interface Cast {
  ada: Person;
  grace: Person;
  alan: Person;
  /** The thief. */
  mallory: Person;
  clock: WorldClock;
  power: Power;
  /** All that the handlers can reach in memory, and what stands in the files that the app has written. */
  loot(): Promise<readonly Loot[]>;
  /** Puts another person's token into `refreshTokens`, as that person's login would have. */
  addToken(token: string, at: "front" | "back"): Promise<void>;
  /** The strings of the learner's own source, with the place of each. */
  wordsOfSource(): Promise<readonly Word[]>;
  /** The learner's own source as text, comments included. */
  textOfSource(): Promise<string>;
  /** Notes something that was found out offline, for checks and rules. */
  discover(discovery: Discovery): void;
}

export interface Scenario {
  name: string;
  world: World;
  act(cast: Cast): Promise<void>;
}
