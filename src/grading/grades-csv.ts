/** grades.csv: a line for each row, behind the columns of the roster where there is one. */

import { csvLine } from "./csv.ts";
import { studentIn } from "./roster.ts";
import type { MatchedRoster } from "./roster.ts";
import type { Brief } from "./row.ts";
import type { Isolation } from "./run-header.ts";

const OWN = [
  "step",
  "status",
  "score",
  "passed",
  "cause",
  "late",
  "identical",
  "file",
  "isolation",
  "why",
] as const;

function cellsOf(row: Brief, isolation: Isolation): string[] {
  return [
    row.stepName === null ? null : `${row.step ?? ""}-${row.stepName}`,
    row.status,
    row.score,
    row.passed,
    row.cause,
    row.late,
    row.identical,
    row.file,
    isolation === "none" ? "not isolated" : isolation,
    row.why,
  ].map((value) => (value === null ? "" : String(value)));
}

/** The column's name; another where the roster has one of that name. */
function headings(columns: readonly string[]): string[] {
  return OWN.map((name) => (columns.includes(name) ? `refresh-tutor ${name}` : name));
}

/**
 * The text of the file. With a roster, its records come first and in its order, each as often as it has rows; who is not
 * on it comes last, with nothing but what identifies them in its columns.
 *
 * @param rows in order
 */
export function gradesCsv(
  rows: readonly Brief[],
  roster: MatchedRoster | null,
  isolation: Isolation,
): string {
  const cells = (row: Brief) => cellsOf(row, isolation);
  if (!roster) {
    return [["id", "name", ...OWN], ...rows.map((row) => [row.id, row.name, ...cells(row)])]
      .map(csvLine)
      .join("");
  }
  const { columns, records, column, recordOf } = roster;
  const rowsOf = new Map<number, Brief[]>();
  const others: Brief[] = [];
  const places = new Map<string, number>();
  records.forEach((record, at) => {
    const id = studentIn(roster, record)?.id;
    if (id !== undefined && !places.has(id)) places.set(id, at);
  });
  for (const row of rows) {
    const at = recordOf.get(row.id) ?? (row.status === "missing" ? places.get(row.id) : undefined);
    if (at === undefined) others.push(row);
    else rowsOf.set(at, [...(rowsOf.get(at) ?? []), row]);
  }
  const listed = records.flatMap((record, at) => {
    const own = rowsOf.get(at);
    return own ? own.map((row) => [...record, ...cells(row)]) : [[...record, ...OWN.map(() => "")]];
  });
  const strangers = others.map((row) => [
    ...columns.map((_, at) => (at === column.index ? row.id : "")),
    ...cells(row),
  ]);
  return [[...columns, ...headings(columns)], ...listed, ...strangers].map(csvLine).join("");
}
