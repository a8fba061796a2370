/**
 * What happened when a learner's app was booted and requests were sent to it. Plain data: runner and checker write it,
 * judge and diagnosis read it. Nothing in it says what is right.
 */

/** A place in a learner's file as written. `file` is absolute; line and column count from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Something thrown or rejected inside the learner's program, as far as it could be read. */
export interface Fault {
  name: string;
  message: string;
  code: string | null;
  /** The HTTP status that the error carries, as errors of http-errors do (400 for a body that is not JSON). */
  status: number | null;
  stack: string;
  /** The frames of its stack that lie in a learner's files, the innermost first. */
  frames: Place[];
  /** Whether the innermost frame of all is the learner's, so that neither a library nor Node made the error. */
  own: boolean;
  /** The first frame that lies in a learner's file. */
  place: Place | null;
}

/** How the learner's program came up, or why it did not. */
export type Boot =
  /**
   * "served": it does not listen itself, so the tutor listened for its app. "idle": this as well, but its main file
   * names listen, and the program had nothing left to do: without the tutor it would have ended.
   */
  | { outcome: "up"; how: "listened" | "served" | "idle" }
  /** It threw an error, was rejected, or could not be loaded. `fault` is null where only the exit code is known. */
  | { outcome: "crashed"; fault: Fault | null }
  /** It ended by itself. `called`: by process.exit, at `place`. */
  | { outcome: "exited"; apps: number; listened: boolean; called: boolean; place: Place | null }
  /** It listens, but express() was never called: there is no app to send requests to. */
  | { outcome: "foreign" }
  /** It was still busy at the deadline. `place`: where, if that is known. */
  | { outcome: "timeout"; blocked: boolean; place: Place | null };

/** How the process ended by itself. `place`: where it called process.exit. */
export interface Ending {
  code: number | null;
  signal: string | null;
  /**
   * "memory": it passed the limit and was stopped; in a box there are also "processes" and "disk". "channel": it closed
   * the channel through which it is watched, and was stopped.
   */
  cause: "exit" | "fault" | "memory" | "processes" | "disk" | "signal" | "channel";
  place: Place | null;
}

/** The variable `refreshTokens` as the running program holds it. */
export type Store =
  | { kind: "array"; tokens: unknown[]; scope: "closure" | "global" | "property" }
  | { kind: "other"; type: string }
  | { kind: "absent" }
  /** The program could not be asked any more: it had ended, or its event loop was blocked. */
  | { kind: "unknown" };

/** Another outer variable of the program that holds a list. */
export interface Holder {
  name: string;
  type: string;
  tokens: unknown[];
}

/** What the program did with one request, in order. */
export type Event =
  /** A handler or middleware began. `body`: what req.body was at that moment. */
  | {
      kind: "entered";
      name: string;
      role: "handler" | "middleware" | "error-handler";
      place: Place | null;
      body: "absent" | "empty" | "object" | "text" | "other";
    }
  /** The answer was finished. `place`: the learner's line that did it; null where Express did. */
  | { kind: "answered"; place: Place | null }
  /** The program tried to answer a request that was answered already. */
  | { kind: "answered-again"; place: Place | null }
  /** A handler threw, rejected or passed on an error. */
  | { kind: "threw"; fault: Fault }
  /** Node gave a warning. `name`: of the warning, such as "TimeoutOverflowWarning". */
  | { kind: "warned"; name: string; message: string }
  /**
   * An error was thrown in a learner's file and caught by the program. Known only if the program was watched for that.
   */
  | { kind: "caught"; fault: Fault }
  /** A handler or middleware returned a function: it makes a handler, but was itself passed on as one. */
  | { kind: "made-function"; name: string; place: Place | null }
  /** An error that nothing caught. */
  | { kind: "uncaught"; fault: Fault };

export interface Request {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
}

export interface Response {
  status: number;
  /** By name in lower case, without set-cookie. Several headers of one name are joined by commas. */
  headers: Record<string, string>;
  /** The values of the set-cookie headers, each as it came. */
  setCookies: string[];
  /** The body as text, cut at 64 KiB. */
  body: string;
  truncated: boolean;
}

/** One request and all that became of it. */
export interface Exchange {
  /** The name by which checks and rules know it. */
  label: string;
  /** Who sent it. */
  actor: string;
  /** The scenario it belongs to. */
  scenario: string;
  /** The world in which it happened. */
  world: string;
  request: Request;
  response: Response | null;
  /** Why there is no response, in words; null where there is one. */
  error: string | null;
  /** No answer came in time: the program lived and waited, or its event loop was blocked. */
  hang: "waiting" | "blocked" | null;
  /** Where the program was blocked, if that could be found out. */
  blockedAt: Place | null;
  ms: number;
  /**
   * No answer came in time, but the program still had something to do. Then it was waited for: `answered` says whether
   * an answer came, and `ms` how long after the request the waiting ended. Else null.
   */
  late: { answered: boolean; ms: number } | null;
  /** `refreshTokens` right after the exchange; or, where the exchange was to change it, after that change. */
  store: Store;
  /** What the store holds in a few words, whatever kind of store it is; null where that is not known. */
  stored: string | null;
  /** Whether the store changed only after the answer. */
  changedLate: boolean;
  /** The other outer lists, right after the exchange. */
  holders: Holder[];
  events: Event[];
  /** Whether the process ended during the exchange. */
  ended: boolean;
}

/** A route or middleware of the app, in the order in which Express asks them. */
export interface Layer {
  role: "route" | "middleware";
  /** In upper case; "ALL" for app.all; empty for a middleware. */
  methods: string[];
  path: string;
  name: string;
  /** Where it was registered. */
  place: Place | null;
}

export interface Output {
  stream: "stdout" | "stderr";
  text: string;
}

/** What happened to a world between two exchanges. `before`: the index of the exchange that came next. */
export type Move = { before: number; world: string } & (
  | { kind: "clock"; /** By how much it was moved on, in ms. */ by: number }
  /** The process was ended at the moment of an answer. */
  | { kind: "cut" }
  /** The app was booted again. */
  | { kind: "boot"; boot: Boot }
);

/** Something that a scenario found out without asking the app. */
export type Discovery =
  /** The secret that signs access tokens. `place`: the line of the learner's source that holds it. */
  | { kind: "key"; key: string; place: Place | null }
  /**
   * A refresh token of a person, or a part of its digest, in what a thief gets. `where`: the way to it in memory, or
   * the line of a file; `place` is then that line. `text`: what lay there.
   */
  | { kind: "token"; form: TokenForm; where: string; text: string; person: string; place: Place | null }
  /** The texts that a login added to what the handlers can reach. `token`: the refresh token that it gave out. */
  | { kind: "added"; token: string; texts: readonly string[] }
  /** After a login, a token was still good for `good` ms, and refused after `ended` ms; null: it was never refused. */
  | { kind: "lifetime"; token: "access" | "refresh"; good: number; ended: number | null }
  /** A refresh token that has ended is still in the store. */
  | { kind: "kept"; where: string; person: string }
  /** A file of data that the program names and its copy lacks: the learner's own path of it, absolute. */
  | { kind: "left out"; path: string }
  /**
   * A file that an app had written when it was ended: the learner's own path of it (absolute), and how many characters
   * it held then and after the next boot.
   */
  | { kind: "file"; path: string; atEnd: number; afterBoot: number };

/** In which form a token was found. */
export type TokenForm = "plain" | "base64" | "hex" | "url" | "reversed" | "two fields" | "part of a digest";

export interface Transcript {
  /** The learner's file, absolute. */
  file: string;
  /** How the app came up: in the first world where it did not, if there is one; else in the first world. */
  boot: Boot;
  /** `refreshTokens` before the first request. */
  storeAtStart: Store;
  /** World by world, as the step names them, and in order of time in each world. */
  exchanges: Exchange[];
  /** The exchanges after a pass, which only advice looks at. */
  afterthoughts: Exchange[];
  moves: Move[];
  /** Why the program ran in the learner's folder although it should run in a copy; null: it ran where it should. */
  notCopied: "too-large" | "too-wide" | "unreadable" | "no-room" | null;
  discoveries: Discovery[];
  layers: Layer[];
  output: Output[];
  /** How the process ended, if it ended before it was told to. */
  ending: Ending | null;
  /** Whether the time for a whole check was over before all was sent, although no single request took too long. */
  tooSlow: boolean;
  ms: number;
}
