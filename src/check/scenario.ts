/** A scenario: what people do with the learner's app, written as a client acts. The checker plays and records it. */

import type { Discovery, Exchange, Place, Request } from "./transcript.ts";

/** How an app is booted for scenarios. Scenarios of one world are played in the same boot. */
export interface World {
  /** Differs from the names of the step's other worlds. */
  name: string;
  /** "standing": no time passes. "moving": it goes on as usual, and a scenario can move it further. */
  clock: "real" | "standing" | "moving";
  /** "repeated": Math.random gives the same numbers at each boot. */
  random: "real" | "repeated";
  /** "fails": the scenario can end the program in the moment of an answer, and boot it again. */
  power: "steady" | "fails";
  /**
   * "folder": in the learner's own folder. "copy": in a copy of it, with secrets of the world's own. "copy without
   * data": in a copy without the files of data that the program names, because an earlier run of it may have written
   * them.
   */
  place: "folder" | "copy" | "copy without data";
  /** Whether the store is looked at after each answer. */
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
  /** When it ends, in ms since 1970; null: when the browser is closed. */
  endsAt: number | null;
}

/** What lets a client renew, and what a thief would copy. Plain data, as it was when it was taken. */
export interface Credential {
  /** The refresh token of the last answer's body; null where it held none. */
  refreshToken: string | null;
  cookies: readonly Cookie[];
}

export interface SendOptions {
  /**
   * Makes another request that must get the same kind of answer. It is sent once or twice more, by chance, because an
   * app must not count its requests or know what comes next. The transcript shows it only if the answer's status is
   * another one.
   */
  alike?: () => Request;
  /** Whether the store should change by it. Then an app that answers first gets time to change the store later. */
  changesStore?: boolean;
}

/**
 * A person who uses the app through a client of their own. Each call sends a request, keeps the tokens of a good answer
 * and returns the exchange. Without a label, it gets one of the scenario's name, the person's name and the act. If
 * nothing more can be learned (the app hangs, has ended, has no time left), the call ends the scenario.
 */
export interface Person {
  readonly name: string;
  /** The access token of the last answer that had one. */
  readonly accessToken: string | null;
  /** The refresh token of the last answer that had one, in its body or in a cookie. */
  readonly refreshToken: string | null;
  /** A copy of all that lets this person renew now. */
  credential(): Credential;
  /** Sends any request. null: it was not sent, because this route did not answer before. */
  send(label: string, request: Request, options?: SendOptions): Promise<Exchange | null>;
  /** POST /login with the person's name and password. */
  login(label?: string): Promise<Exchange>;
  /** POST /token with a credential; without one, with the person's own. */
  renew(label?: string, credential?: Credential): Promise<Exchange>;
  /** POST /logout with a credential; without one, with the person's own. */
  logout(label?: string, credential?: Credential): Promise<Exchange>;
  /** GET /me with an access token; without one, with the person's own. null: without the header. */
  me(label?: string, accessToken?: string | null): Promise<Exchange>;
  /**
   * Sends POST /token so many times in one moment, each over a connection of its own that is open already.
   *
   * @param held whether the program is held until all of them have arrived; else it may take each as it comes
   */
  renewAtOnce(label: string, times: number, held: boolean): Promise<Exchange[]>;
}

/** The clock of the world: the app and the people see the same time. */
export interface WorldClock {
  /** The time in ms since 1970, as the app sees it. */
  now(): number;
  /** Moves the clock on by ms. The timers that the app has set until then ring on the way. */
  move(ms: number): Promise<void>;
}

/** The power that the app runs on. */
export interface Power {
  /** The process ends at the moment when the bytes of the next answer are sent. `act` sends that request. */
  cut(act: () => Promise<Exchange>): Promise<Exchange>;
  /** Ends the app as Ctrl+C does. What it has begun is finished first. */
  end(): Promise<void>;
  /** Boots the app again, in the same folder and with the same environment. */
  restore(): Promise<void>;
}

/** A text that a thief with a copy of the app's memory and files would have. */
export interface Loot {
  /** Where it lay: "sessions[0].token", or the name of a file that the app wrote. */
  where: string;
  text: string;
  /** The line of that file, under the learner's own name for it (absolute); null for what lay in memory. */
  place: Place | null;
}

/** A string of the learner's source without its quotes, or a regular expression without its slashes. */
export interface Word {
  text: string;
  place: Place;
}

/** The people and things that a scenario can use. Nobody is logged in yet. */
export interface Cast {
  ada: Person;
  grace: Person;
  alan: Person;
  /** The thief. */
  mallory: Person;
  clock: WorldClock;
  power: Power;
  /** All that the handlers can reach in memory, and the content of the files that the app has written. */
  loot(): Promise<readonly Loot[]>;
  /** Puts another person's token into `refreshTokens`, as that person's login would have. */
  addToken(token: string, at: "front" | "back"): Promise<void>;
  /** The strings of the learner's own source, with the place of each. */
  wordsOfSource(): Promise<readonly Word[]>;
  /** The patterns of the regular expressions in the learner's own source, with the place of each. */
  patternsOfSource(): Promise<readonly Word[]>;
  /** The learner's own source as text, comments included. */
  textOfSource(): Promise<string>;
  /** Notes what was found out offline, for checks and rules. */
  discover(discovery: Discovery): void;
}

export interface Scenario {
  name: string;
  world: World;
  /**
   * Whether the clock stands while it is played, at the moment when the check began, and Math.random repeats itself. After
   * it, both go on as the world says. Only the first scenario of a world can have this.
   */
  known?: boolean;
  act(cast: Cast): Promise<void>;
}
