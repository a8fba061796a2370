/** The roster: who is in the class, as a CSV file tells, and which submission is whose. */

import { readFileSync } from "node:fs";
import { typed } from "../base/invocation.ts";
import { problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { readCsv } from "./csv.ts";
import { codeOf } from "./read-submission.ts";
import type { Submission } from "./submission.ts";

/** The columns that a student can be found by. */
const KEYS = ["id", "email", "username"] as const;
/** Other names of these columns, as learning platforms write them. */
const ALSO: Readonly<Record<string, (typeof KEYS)[number]>> = {
  identifier: "id",
  "user id": "id",
  sid: "id",
  "student id": "id",
  "email address": "email",
  "login id": "username",
  "sis login id": "username",
};

/** What learning platforms call the columns with names. */
const WHOLE_NAME = ["name", "full name", "student"];
const FIRST_NAME = ["first name", "given name"];
const LAST_NAME = ["last name", "surname"];

export interface Roster {
  /** The header as written. */
  columns: readonly string[];
  /** The records as written, each with as many cells as there are columns. */
  records: readonly (readonly string[])[];
}

/** A roster with the column that submissions are matched by. */
export interface MatchedRoster extends Roster {
  column: { name: string; index: number };
  /** The index of the record of a submission (its id); none where the student is not on the roster. */
  recordOf: ReadonlyMap<string, number>;
}

function plain(word: string): string {
  return word.trim().toLowerCase();
}

function keyOf(column: string): (typeof KEYS)[number] | null {
  return KEYS.find((key) => key === plain(column)) ?? ALSO[plain(column)] ?? null;
}

/**
 * Reads a roster's file.
 *
 * @param path absolute
 * @param name the file as it was typed
 */
export function readRoster(path: string, name: string): Roster | Problem {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const message = `The roster ${name} cannot be read (${codeOf(error)}).`;
    return problem("roster-unreadable", message, typed("grade PATH --roster CLASS.csv"));
  }
  const records = readCsv(text);
  if (records === null) {
    const message = `The roster ${name} is no CSV: a quoted field in it never ends.`;
    return problem("roster-broken", message, "Export it again, and try again.");
  }
  const [columns, ...rest] = records;
  if (!columns || !columns.some((column) => keyOf(column) !== null)) {
    return problem(
      "roster-columns",
      `The roster ${name} needs a column id, email or username in its first line.`,
      "Name one of its columns so, and try again.",
    );
  }
  return { columns, records: rest.map((record) => columns.map((_, at) => record[at] ?? "")) };
}

/** Moodle writes "Participant 4711" for 4711. */
function withoutParticipant(cell: string): string {
  return cell.trim().replace(/^participant\s+/i, "");
}

/** What a cell identifies a student by. */
function identityIn(cell: string): string {
  return plain(withoutParticipant(cell));
}

/** Matches submissions with a roster, by the column that finds most of them; the first of several that find as many. */
export function matchRoster(roster: Roster, submissions: readonly Submission[]): MatchedRoster {
  const candidates = roster.columns.flatMap((name, index) => {
    if (keyOf(name) === null) return [];
    const places = new Map<string, number>();
    roster.records.forEach((record, at) => {
      const identity = identityIn(record[index] ?? "");
      if (identity !== "" && !places.has(identity)) places.set(identity, at);
    });
    const recordOf = new Map<string, number>();
    for (const { id, aliases } of submissions) {
      const at = [id, ...aliases]
        .map((each) => places.get(identityIn(each)))
        .find((each) => each !== undefined);
      if (at !== undefined) recordOf.set(id, at);
    }
    return [{ column: { name, index }, recordOf }];
  });
  const best = candidates.toSorted((a, b) => b.recordOf.size - a.recordOf.size)[0];
  if (!best) throw new Error("a roster without a column to match by");
  return { ...roster, ...best };
}

/** A student as a record of the roster tells; null where it says nothing in the column that students are found by. */
export function studentIn(
  { columns, column }: MatchedRoster,
  record: readonly string[],
): { id: string; name: string } | null {
  const id = withoutParticipant(record[column.index] ?? "");
  if (id === "") return null;
  const cellOf = (names: readonly string[]) =>
    (record[columns.findIndex((each) => names.includes(plain(each)))] ?? "").trim();
  const parts = [cellOf(FIRST_NAME), cellOf(LAST_NAME)].filter((part) => part !== "");
  return { id, name: cellOf(WHOLE_NAME) || parts.join(" ") || id };
}

/** A submission with the name that its student has on the roster. */
export function withNameOnRoster(submission: Submission, roster: MatchedRoster): Submission {
  const record = roster.records[roster.recordOf.get(submission.id) ?? -1];
  const student = record && studentIn(roster, record);
  return student && student.name !== student.id ? { ...submission, name: student.name } : submission;
}

/** The students of a roster who have handed in nothing. */
export function missingStudents(roster: MatchedRoster): { id: string; name: string }[] {
  const known = new Set<string>();
  for (const at of roster.recordOf.values())
    known.add(identityIn(roster.records[at]?.[roster.column.index] ?? ""));
  return roster.records.flatMap((record) => {
    const student = studentIn(roster, record);
    if (student === null || known.has(plain(student.id))) return [];
    known.add(plain(student.id));
    return [student];
  });
}
