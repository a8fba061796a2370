/** A row of a run: what came of one submission for one step. A line of results.ndjson; schemas/grade-row.json describes it. */

import { naturally } from "../base/natural-order.ts";
import { isCount, isFlag, isNumber, isText, listOf, mapOf, oneOf, orNull, record } from "../base/shape.ts";

/** Only `graded` has a score: what could not be graded is never a 0. */
export const STATUSES = [
  "graded",
  "missing",
  "ambiguous",
  "unreadable",
  "needs-package",
  "unstable",
  "grader-error",
] as const;
export type Status = (typeof STATUSES)[number];

/** The states that the same command tries again: they may have been the machine's fault. */
export const TRIED_AGAIN: readonly Status[] = ["unstable", "grader-error"];

/** What a teacher reads of a verdict. All texts may be foreign. */
export interface Detail {
  title: string;
  why: string;
  fix: string;
  /** "steps/3-token.js:12:3"; null where the cause has no place in the source. */
  place: string | null;
  /** Lines of the source around that place. */
  frame: readonly string[];
  /** What client and server said to each other, as lines. */
  diagram: readonly string[];
}

export interface Row {
  schema: 1;
  /** What a student is found by: what the shape of the submission gives or, of a missing student, the roster. */
  id: string;
  /** As the roster says, else the shape; the id where neither tells. */
  name: string;
  status: Status;
  /** The step's number and name; null where none can be told. */
  step: number | null;
  stepName: string | null;
  /** The file that was graded, from what was named on the command line: relative, with forward slashes. */
  file: string | null;
  passed: boolean | null;
  /** The share of the step's checks that hold, 0 to 1, to four digits; null unless the status is `graded`. */
  score: number | null;
  checks: Readonly<Record<string, "passed" | "failed" | "skipped">>;
  /** Ids of those of the checks that are judged by what the program's own process told: see SECURITY.md. */
  seenInside: readonly string[];
  /** The id of the root cause; null where there is none. */
  cause: string | null;
  /** Ids of what could be better although it passed. */
  advice: readonly string[];
  late: boolean;
  /** The id of the first student whose code is the same; null where no other student's is. */
  identical: string | null;
  /** How long the check took; null where there was none. */
  ms: number | null;
  /** Why it is not graded, as a sentence; null where it is. */
  why: string | null;
  /** SHA-256 of all files of the submission: while it is the same, nothing is run again. */
  content: string | null;
  /** SHA-256 of the code for this step, whatever its files are called. */
  code: string | null;
  detail: Detail | null;
}

/** A row without what is long: small enough to keep ten thousand. */
export type Brief = Omit<Row, "detail">;

const isDetail = record<Detail>({
  title: isText,
  why: isText,
  fix: isText,
  place: orNull(isText),
  frame: listOf(isText),
  diagram: listOf(isText),
});

/** Whether a value is a row. */
export const isRow = record<Row>({
  schema: (value): value is 1 => value === 1,
  id: isText,
  name: isText,
  status: oneOf(...STATUSES),
  step: orNull(isCount),
  stepName: orNull(isText),
  file: orNull(isText),
  passed: orNull(isFlag),
  score: orNull(isNumber),
  checks: mapOf(oneOf("passed", "failed", "skipped")),
  seenInside: listOf(isText),
  cause: orNull(isText),
  advice: listOf(isText),
  late: isFlag,
  identical: orNull(isText),
  ms: orNull(isNumber),
  why: orNull(isText),
  content: orNull(isText),
  code: orNull(isText),
  detail: orNull(isDetail),
});

/** What a row is found by: the student and the step. */
export function keyOf({ id, step }: Pick<Row, "id" | "step">): string {
  return `${step ?? 0} ${id}`;
}

/** The order of rows wherever they are listed: by student, as a person would sort their ids, then by step. */
export function inOrder(a: Pick<Row, "id" | "step">, b: Pick<Row, "id" | "step">): number {
  return naturally(a.id, b.id) || (a.step ?? 0) - (b.step ?? 0);
}

/** The name of a student beside the id: empty where nothing but the id is known. */
export function nameBeside({ id, name }: Pick<Row, "id" | "name">): string {
  return name === id ? "" : name;
}

/** A student in one text: "Ada Lovelace (4711)". */
export function studentOf(row: Pick<Row, "id" | "name">): string {
  return nameBeside(row) === "" ? row.id : `${row.name} (${row.id})`;
}

/**
 * A row of a submission that was not run.
 *
 * @param why as a sentence
 */
export function emptyRow(
  { id, name, late }: Pick<Row, "id" | "name" | "late">,
  status: Status,
  why: string | null,
): Row {
  return {
    schema: 1,
    id,
    name,
    status,
    step: null,
    stepName: null,
    file: null,
    passed: null,
    score: null,
    checks: {},
    seenInside: [],
    cause: null,
    advice: [],
    late,
    identical: null,
    ms: null,
    why,
    content: null,
    code: null,
    detail: null,
  };
}

/** For each code that several students have handed in for a step, the id of the first. The rows are in order. */
export function firstOfIdentical(rows: Iterable<Brief>): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const shared = new Map<string, string>();
  for (const { step, code, id } of rows) {
    if (code === null) continue;
    const key = `${step ?? 0} ${code}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, id);
    else if (known !== id) shared.set(key, known);
  }
  return shared;
}

/** The first student with the code of a row, where others have it as well. */
export function identicalTo({ step, code }: Brief, shared: ReadonlyMap<string, string>): string | null {
  return code === null ? null : (shared.get(`${step ?? 0} ${code}`) ?? null);
}
