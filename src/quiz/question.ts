/**
 * What a quiz question is. The questions themselves are in `bank/`.
 *
 * All texts are plain text; code inside them stands in `backticks`.
 */

/** From easy to hard; a quiz asks them in this order. */
export const DIFFICULTIES = ["easy", "medium", "hard"] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** The places an option can be shown at. */
export const LETTERS = ["A", "B", "C", "D"] as const;
export type Letter = (typeof LETTERS)[number];

/** What a question of part one can be about: the list that the course promises to cover. A test holds the bank to it. */
export const TOPICS = [
  "what a refresh token is for",
  "short-lived access tokens",
  "who sees which token",
  "the login answer",
  "a known token",
  "an unknown token",
  "a missing token",
  "401 and 403",
  "express.json()",
  "errors in Express 5",
  "filter",
  "splice",
  "splice(-1, 1)",
  "const and reassignment",
  "answering twice",
  "where the array lives",
  "a restart",
  "several processes",
  "204",
  "logging out twice",
  "a stolen refresh token",
  "rotation",
  "reuse detection",
  "storing hashes",
  "cookies",
  "local storage",
  "expiry",
] as const;
/** What a question of part two can be about: what its steps build. */
export const TOPICS_OF_PART_TWO = [
  "tokens that can be guessed",
  "what a JWT is",
  "checking an access token",
  "the signing key",
  "opaque tokens",
  "milliseconds and seconds",
  "when a token ends",
  "hashes in the store",
  "rotating tokens",
  "reuse",
  "two renewals at once",
  "a power cut",
  "a cookie's flags",
  "a cookie on its way",
  "caches",
  "other origins",
] as const;
export type Topic = (typeof TOPICS)[number] | (typeof TOPICS_OF_PART_TWO)[number];

/** The lesson to reread after a miss, in the order of the course: that of a step, or one of the texts around them. */
export const LESSONS = ["concepts", 1, 2, 3, 4, "production", 5, 6, 7, 8, 9, 10, 11, 12] as const;
export type Lesson = (typeof LESSONS)[number];

interface OptionOf<IsRight extends boolean> {
  readonly right: IsRight;
  readonly text: string;
  /** Why this option is right, or what is wrong with it. */
  readonly why: string;
}
export type Right = OptionOf<true>;
export type Wrong = OptionOf<false>;
export type Option = Right | Wrong;

/** Four options of which exactly one is right: anything else does not compile. */
export type Options =
  | readonly [Right, Wrong, Wrong, Wrong]
  | readonly [Wrong, Right, Wrong, Wrong]
  | readonly [Wrong, Wrong, Right, Wrong]
  | readonly [Wrong, Wrong, Wrong, Right];

/**
 * Code to look at, without `import express from "express"` before it and `app.listen(…)` after it. `test/quiz`
 * runs every snippet for real and holds the right option against what happens.
 */
export interface Snippet {
  readonly language: "js";
  readonly code: string;
}

/** One call in an exchange between a client and the server. */
export interface Call {
  /** Method and path: `POST /token`. */
  readonly request: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body as it travels; JSON unless `headers` name another content type. */
  readonly body?: string;
  /** What came back, in the words of `test/quiz/run/describe.ts`. Absent: this is what the question asks. */
  readonly response?: string;
}

export interface Question {
  /** Unique and stable: progress files name questions by it. */
  readonly id: string;
  readonly difficulty: Difficulty;
  readonly topic: Topic;
  readonly lesson: Lesson;
  /** Words of that lesson that hold the answer, as they stand there. A test looks them up. */
  readonly lessonSays: string;
  /** Questions that name the same are near twins, of which one gives the other away: a quiz asks one of them. */
  readonly twins?: string;
  readonly text: string;
  readonly snippet?: Snippet;
  readonly exchange?: readonly Call[];
  readonly options: Options;
  /** The way to the answer, a thought a line. */
  readonly reasoning: readonly string[];
  /** The final answer in one sentence. */
  readonly answer: string;
  /** One line by which learners can convince themselves. */
  readonly check: string;
  /** Where a claim beyond the four steps rests on a standard: `RFC 9700 §4.14.2`. */
  readonly source?: string;
}
