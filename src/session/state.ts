/** The guided session as plain data: where the learner is, what can happen, and what has to be done then. */

import type { NameFile } from "../base/file-names.ts";
import type { Part, Step } from "../check/step.ts";
import type { Course, Language } from "../course/course.ts";
import type { Closing } from "../quiz/draw-closing.ts";
import type { Seen } from "../watching/live-check.ts";
import type { Progress } from "../workspace/progress.ts";
import type { QuizKind } from "../workspace/quiz-progress.ts";

/** What never changes during a session. */
export interface Setting {
  course: Course;
  /** A step's texts by its name. */
  texts: Readonly<Record<string, { lesson: string; hints: readonly string[] }>>;
  /** Scenario, goal, what is learned, why it matters. */
  about: string;
  concepts: string;
  production: string;
  nameFile: NameFile;
  /** The workspace's folder as it is named to the learner. */
  folder: string;
  /** What installs the libraries of part two for the editor; null: nothing is missing. */
  installLine: string | null;
  /** Whether saves are noticed; false for `--no-watch`. */
  watches: boolean;
  /** `--lang`: then the learner is not asked. */
  language: Language | null;
}

/** The ways into the course. */
export const WAYS = ["build", "concepts", "test"] as const;
export type Way = (typeof WAYS)[number];

/** The parts of the course, in order. */
export const PARTS = ["one", "two"] as const satisfies readonly Part[];

export const LANGUAGES = ["js", "ts"] as const satisfies readonly Language[];

/** What is on the screen. `chosen` counts from 0. */
export type Page =
  | { name: "welcome"; chosen: number }
  | { name: "language"; chosen: number; way: Way }
  /** Whose questions the quiz is to ask. */
  | { name: "quiz-part"; chosen: number }
  | {
      name:
        "concepts" | "production" | "keys" | "lesson" | "verdict" | "hint" | "diagram" | "may-show-solution";
    }
  /** `own`: the text of the learner's last file, where that is shown; null where it is not. */
  | { name: "ending"; own: string | null }
  | { name: "solution"; own: string; reference: string; language: Language }
  | { name: "steps"; chosen: number }
  /** Whether to go to a step whose file would begin with the solution of the steps before. */
  | { name: "may-go-ahead"; step: Step }
  /** How a quiz went. */
  | { name: "quiz-result"; closing: Closing };

/** Where the learner is in the course. */
export interface Whereabouts {
  step: Step;
  /** The learner's file of the step, absolute. */
  file: string;
  progress: Progress;
}

export interface State {
  setting: Setting;
  page: Page;
  /** How many lines of the page are above the screen; null: whatever shows its beginning, or what is chosen. */
  scroll: number | null;
  /** Where the learner is; null until the workspace is made. */
  place: Whereabouts | null;
  /** The last verdict on each step of this session, by the step's name. */
  seen: Readonly<Record<string, Seen>>;
  /** The check that attacks the code with which the learner has come to a step; null: none is under way. */
  attack: "asked" | "running" | null;
  /** What came of it, by the step's name. */
  attacked: Readonly<Record<string, Seen>>;
  /** How often the clock has ticked since the running check began; null: none is running. */
  checking: number | null;
  /** What does not hold, by the check's title, while the running check goes on; null: nothing is known. */
  failing: string | null;
  /** A sentence for the learner that goes away with the next key; null: none. */
  notice: string | null;
  /** What waits for the workspace to be made; null: nothing. */
  way: Way | null;
}

export type Event =
  /** A key: a character as typed, or "enter", "escape", "up", "down", "ctrl-c", "ctrl-d", "ctrl-z". */
  | { type: "key"; key: string }
  /** The page was moved so that this many lines are above the screen. */
  | { type: "scrolled"; to: number }
  | { type: "arrived"; place: Whereabouts }
  /** The learner wants to go to a step whose file would begin with the solution of the steps before. */
  | { type: "ahead"; step: Step }
  | { type: "check-began" }
  /** The running check has taken another while. */
  | { type: "tick" }
  /** The running check has found what does not hold, by the check's title. */
  | { type: "failing"; title: string }
  | { type: "verdict"; seen: Seen }
  /** A verdict that was heard already, now with advice. */
  | { type: "advised"; seen: Seen }
  /** What was checked changed meanwhile, or is not there: the check came to nothing. */
  | { type: "check-dropped"; why: string | null }
  | { type: "progress"; progress: Progress }
  | { type: "solution"; own: string; reference: string; language: Language }
  | { type: "ended"; own: string }
  /** `progress`: what is kept by now; null: it cannot be read. */
  | { type: "quizzed"; closing: Closing; progress: Progress | null }
  | { type: "notice"; text: string };

export type Effect =
  /** Makes the workspace; comes back as "arrived". */
  | { do: "make"; language: Language }
  /** Goes to a step, beginning its file where there is none; comes back as "arrived", or as "ahead". */
  | { do: "go"; step: Step }
  /** Goes there, whatever its file begins with; comes back as "arrived". */
  | { do: "go-ahead"; step: Step }
  /** Checks the learner's file; comes back as "check-began" and "verdict" or "check-dropped". */
  | { do: "check" }
  /** Keeps a verdict in the progress; comes back as "progress". */
  | { do: "record"; seen: Seen }
  /** Keeps how many hints were shown; comes back as "progress". */
  | { do: "record-hint"; step: Step; level: number }
  /** Comes back as "solution". */
  | { do: "read-solution" }
  /** Comes back as "ended". */
  | { do: "read-own" }
  | { do: "edit" }
  /** Comes back as "quizzed". */
  | { do: "quiz"; kind: QuizKind; part: Part }
  | { do: "suspend" }
  | { do: "leave"; interrupted: boolean };

/**
 * The session's state at its beginning.
 *
 * @param place where the learner is; null on the first run
 */
export function firstState(setting: Setting, place: Whereabouts | null): State {
  const page: Page = place ? { name: "lesson" } : { name: "welcome", chosen: 0 };
  return {
    setting,
    page,
    scroll: null,
    place,
    seen: {},
    attack: null,
    attacked: {},
    checking: null,
    failing: null,
    notice: null,
    way: null,
  };
}

/** The last verdict on the step that the learner is at; null: none in this session. */
export function seenHere({ place, seen }: State): Seen | null {
  return place ? (seen[place.step.name] ?? null) : null;
}
