/**
 * The documents that `--json` prints, as types. `npm run schemas` makes schemas/ of them, and the package exports them.
 * `schema` stays 1 as long as fields are only added.
 */

/** A file as a document names it: relative to the workspace where it lies in it, else to where the command was typed. */
type FileName = string;

/** When, in ISO 8601 and UTC. */
type Instant = string;

/** `check --json` */
export interface CheckDocument {
  schema: 1;
  /** The step's number. */
  step: number;
  /** The step's name. */
  name: string;
  file: FileName;
  passed: boolean;
  /** How long the check took. */
  ms: number;
  checks: CheckResultDocument[];
  /** The root cause first; empty when everything holds. */
  diagnosis: DiagnosisDocument[];
  /** What deserves a word although it makes no check fail. */
  advice: DiagnosisDocument[];
  /** The requests in the order in which they are told. */
  exchanges: ExchangeDocument[];
  /** What happened between the exchanges. */
  moves: MoveDocument[];
  /** What the app printed. */
  output: OutputDocument[];
}

export interface CheckResultDocument {
  id: string;
  title: string;
  /** "skipped": not looked at, because a check before it does not hold. */
  status: "passed" | "failed" | "skipped";
  /** The index of the exchange that tells; not there where none does. */
  exchange?: number;
  /** Only of a check that failed. */
  expected?: string;
  /** Only of a check that failed. */
  received?: string;
}

export interface DiagnosisDocument {
  /** Of the mistake or advice; ids are stable. */
  id: string;
  title: string;
  why: string;
  fix: string;
  /** Not there where the cause has no place in the learner's source. */
  location?: LocationDocument;
}

/** A place in a file as it is written. Line and column count from 1. */
export interface LocationDocument {
  file: FileName;
  line: number;
  column: number;
}

export interface ExchangeDocument {
  /** Who sent it. */
  actor: string;
  /** The name that the step's checks know it by. */
  label: string;
  request: RequestDocument;
  /** null: there was none. */
  response: ResponseDocument | null;
  /** Why there is no response; null where there is one. */
  error: string | null;
  ms: number;
  /** What `refreshTokens` held right after it; null where it is no array or could not be read. */
  store: unknown[] | null;
  /** What the store holds in a few words, of whatever kind it is; null where that is not known. */
  stored: string | null;
  /** The command that sends the same request. */
  curl: string;
}

export interface RequestDocument {
  method: string;
  path: string;
  headers: Record<string, string>;
  /** As JSON where it is JSON, else as text; null: none was sent. */
  body: unknown;
}

export interface ResponseDocument {
  status: number;
  /** By name in lower case. Each is a text; `set-cookie` alone is a list. */
  headers: Record<string, string | string[]>;
  /** As JSON where it is JSON and short, else as text. */
  body: unknown;
}

/** Something that happened in a world before the exchange with the index `before`. */
export type MoveDocument =
  /** The clock was moved on. `by`: in ms. */
  | { before: number; world: string; kind: "clock"; by: number }
  /** The app was ended in the moment of an answer. */
  | { before: number; world: string; kind: "cut" }
  /** The app was booted again. */
  | { before: number; world: string; kind: "boot"; boot: BootDocument };

export interface BootDocument {
  outcome: "up" | "crashed" | "exited" | "foreign" | "timeout";
}

export interface OutputDocument {
  stream: "stdout" | "stderr";
  text: string;
}

/** `check --all --json` */
export interface CheckAllDocument {
  schema: 1;
  /** Whether every step that was checked passed. */
  passed: boolean;
  steps: CheckDocument[];
}

/** `status --json` */
export interface StatusDocument extends PartStatusDocument {
  schema: 1;
  /** What new files are written in. */
  language: "js" | "ts";
  /** The number of the step of part one that the learner is at, or would go on with. */
  current: number;
  quiz: QuizStatusDocument & { partTwo: QuizStatusDocument };
  /** The part that the learner is in. */
  part: "one" | "two";
  /** `current` is null until part two is chosen. */
  partTwo: PartStatusDocument;
}

export interface PartStatusDocument {
  /** The number of the step that the learner is at, or would go on with. */
  current: number | null;
  /** How many of its steps are passed. */
  passed: number;
  /** How many steps it has. */
  total: number;
  steps: StepStatusDocument[];
}

export interface StepStatusDocument {
  /** The step's number. */
  step: number;
  name: string;
  title: string;
  /** null: there is none yet. */
  file: FileName | null;
  /** null: not yet, or not since it was reset. */
  passedAt: Instant | null;
  /** How often it was checked. */
  checks: number;
  /** How many different attempts have failed since the last pass. A file that does not parse is no attempt. */
  failures: number;
  /** How many levels of its hints were shown. */
  hints: number;
  /** Of the file as it was made of the code of the step before. */
  carried?: string;
}

/** By kind of quiz; a kind that was never finished is not in it. */
export interface QuizStatusDocument {
  best: { practice?: QuizResultDocument; test?: QuizResultDocument };
  last: { practice?: QuizResultDocument; test?: QuizResultDocument };
}

export interface QuizResultDocument {
  at: Instant;
  score: number;
  total: number;
  /** "weak", "growing" or "strong". */
  strength: string;
}

/** `quiz --json` */
export interface QuizDocument {
  schema: 1;
  kind: "practice" | "test";
  /** The same seed brings the same questions in the same order. */
  seed: number;
  /** How many answers were right. */
  score: number;
  /** How many questions there were. */
  total: number;
  answers: AnswerDocument[];
  strength: "weak" | "growing" | "strong";
  part: "one" | "two";
}

export interface AnswerDocument {
  /** The question's; ids are stable. */
  id: string;
  difficulty: "easy" | "medium" | "hard";
  /** The letter of the option; null: not answered. */
  chosen: string | null;
  correct: boolean;
}

/** `doctor --json` */
export interface DoctorDocument {
  schema: 1;
  /** The version. */
  refreshTutor: string;
  /** Node's version. */
  node: string;
  /** Platform and processor. */
  system: string;
  terminal: {
    /** Whether the learner can be asked. */
    interactive: boolean;
    /** TERM. */
    kind: string | null;
    columns: number | null;
    color: boolean;
    unicode: boolean;
  };
  /** Its folder, the home folder and names covered; null: there is none. */
  workspace: string | null;
  progress: string;
  /** "yes", or why not; null: there is no workspace. */
  writable: string | null;
  /** The express that the learner's app gets; null: none is found. */
  express: { version: string; from: string } | null;
  /** What `grade` keeps submissions from this machine by: "bwrap"; or "none: " and why there is nothing. */
  isolation: string;
}
