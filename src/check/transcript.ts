/**
 * What happened when a learner's app was booted and spoken to: plain data, written by the runner and the checker,
 * read by judge and diagnosis. Nothing in here says what is right.
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
  /** An HTTP status that the error carries, as http-errors do (a body that is not JSON: 400). */
  status: number | null;
  stack: string;
  /** The frames of its stack that lie in a learner's files, the innermost first. */
  frames: Place[];
  /** The innermost frame of all is the learner's: no library made it, nor Node. */
  own: boolean;
  /** The first frame that lies in a learner's file. */
  place: Place | null;
}

/** How the learner's program came up, or why it did not. */
export type Boot =
  | { outcome: "up"; how: "listened" | "served" }
  /** Threw, rejected or could not be loaded. `fault` is null where nothing but the exit code is known. */
  | { outcome: "crashed"; fault: Fault | null }
  /** Ended by itself. `called`: by process.exit, at `place`. */
  | { outcome: "exited"; apps: number; listened: boolean; called: boolean; place: Place | null }
  /** It listens, but express() was never called: there is no app to speak to. */
  | { outcome: "foreign" }
  /** Still busy at the deadline. `place` is where it was, as far as that is known. */
  | { outcome: "timeout"; blocked: boolean; place: Place | null };

/** How the process ended. `place` is where it called process.exit. Not there while it is alive. */
export interface Ending {
  code: number | null;
  signal: string | null;
  /**
   * "memory": it passed the limit and was stopped; in a box also "processes" and "disk". "channel": it closed what it is
   * watched through, and was stopped.
   */
  cause: "exit" | "fault" | "memory" | "processes" | "disk" | "signal" | "channel";
  place: Place | null;
}

/** The variable `refreshTokens` as the running program holds it. */
export type Store =
  | { kind: "array"; tokens: unknown[]; scope: "closure" | "global" | "property" }
  | { kind: "other"; type: string }
  | { kind: "absent" }
  /** The program could not be asked any more: it ended or its event loop is blocked. */
  | { kind: "unknown" };

/** Another outer variable of the program that holds a list. */
export interface Holder {
  name: string;
  type: string;
  tokens: unknown[];
}

/** What the program did with one request, in order. */
export type Event =
  /** A handler or middleware was entered. `body` is what req.body was at that moment. */
  | {
      kind: "entered";
      name: string;
      role: "handler" | "middleware" | "error-handler";
      place: Place | null;
      body: "absent" | "empty" | "object" | "text" | "other";
    }
  /** The answer was finished. `place` is the learner's line that did it, null where Express did. */
  | { kind: "answered"; place: Place | null }
  /** Something tried to answer what was answered already. */
  | { kind: "answered-again"; place: Place | null }
  /** A handler threw, rejected or passed on an error. */
  | { kind: "threw"; fault: Fault }
  /** Node warned of something: `name` is the warning's, as "TimeoutOverflowWarning". */
  | { kind: "warned"; name: string; message: string }
  /** An error was thrown in a learner's file and caught there; told only where the program is watched for that. */
  | { kind: "caught"; fault: Fault }
  /** A handler or middleware returned a function: it makes one, and was handed over where that was wanted. */
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
  /** By name in lower case, without set-cookie. One that came more than once is joined by commas. */
  headers: Record<string, string>;
  /** The lines of set-cookie, each as it came. */
  setCookies: string[];
  /** The body as text, cut at 64 KiB. */
  body: string;
  truncated: boolean;
}

/** One request and everything that became of it. */
export interface Exchange {
  /** The name that checks and rules know it by. */
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
  /** No answer in time: the program was alive and waiting, or its event loop was blocked. */
  hang: "waiting" | "blocked" | null;
  /** Where a blocked program was, where that could be found out. */
  blockedAt: Place | null;
  ms: number;
  /**
   * Where there was no answer in time, and the program had begun something that was not at its end: how long it was waited
   * further for, in ms since the request, and whether it answered then. Else null.
   */
  late: { answered: boolean; ms: number } | null;
  /** `refreshTokens` right after it, or once it has changed, where it was to change. */
  store: Store;
  /** What the store holds in a few words, of whatever kind it is; null where that is not known. */
  stored: string | null;
  /** It was to change and did so only when the answer was there. */
  changedLate: boolean;
  /** The other outer lists right after it. */
  holders: Holder[];
  events: Event[];
  /** The process ended during it. */
  ended: boolean;
}

/** A route or middleware of the app, in the order in which Express asks them. */
export interface Layer {
  role: "route" | "middleware";
  /** Upper case; "ALL" for app.all. Empty for a middleware. */
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

/** What happened to a world between two exchanges. `before`: the index of the exchange that followed. */
export type Move = { before: number; world: string } & (
  | { kind: "clock"; /** By how much it was moved on, in ms. */ by: number }
  /** The process was ended in the moment of an answer. */
  | { kind: "cut" }
  /** The app was booted again. */
  | { kind: "boot"; boot: Boot }
);

/** Something that was found out without asking the app, by whoever plays a scenario. */
export type Discovery =
  /** The secret that access tokens are signed with; `place`: the line of the learner's source that it stands in. */
  | { kind: "key"; key: string; place: Place | null }
  /**
   * A refresh token of a person in what a burglar gets, or a part of its digest. `where`: the way to it in memory, or the
   * line of a file, whose place is then known. `text`: what lay there.
   */
  | { kind: "token"; form: TokenForm; where: string; text: string; person: string; place: Place | null }
  /** The texts that a login added to what the handlers can reach; `token`: the refresh token that it gave out. */
  | { kind: "added"; token: string; texts: readonly string[] }
  /** How long a token was still good after its login, and after how long it was refused; null: it never was. In ms. */
  | { kind: "lifetime"; token: "access" | "refresh"; good: number; ended: number | null }
  /** A refresh token that has ended still lies in the store. */
  | { kind: "kept"; where: string; person: string }
  /** A file of data (the learner's own name of it, absolute) that the program names and that its copy lacks. */
  | { kind: "left out"; path: string }
  /**
   * A file (the learner's own name of it, absolute) that an app had written when it was ended, and what it held when it
   * was up again, in characters.
   */
  | { kind: "file"; path: string; atEnd: number; afterBoot: number };

/** How a token is written where it was found. */
export type TokenForm = "plain" | "base64" | "hex" | "url" | "reversed" | "two fields" | "part of a digest";

export interface Transcript {
  /** The learner's file, absolute. */
  file: string;
  /** How the app came up first, in the world where it did not where there is one. */
  boot: Boot;
  /** `refreshTokens` before the first request. */
  storeAtStart: Store;
  /** In the order of the worlds that the step names, and in each in the order of time. */
  exchanges: Exchange[];
  /** What was sent last, out of interest: nothing in here counts against the app. */
  afterthoughts: Exchange[];
  moves: Move[];
  /** Why the program ran where it lies although it should run in a copy; null: it did as it should. */
  notCopied: "too-large" | "too-wide" | "unreadable" | "no-room" | null;
  discoveries: Discovery[];
  layers: Layer[];
  output: Output[];
  /** How the process ended, where it did before it was told to. */
  ending: Ending | null;
  /** The time for a whole check was over before all was sent, although no request took too long. */
  tooSlow: boolean;
  ms: number;
}
