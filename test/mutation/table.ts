/** The table of all mutants, table.md: what each breaks and what the check names as the cause. Re-recorded, then read. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { slugOf } from "../../src/course/course.ts";
import type { Candidate, Trial } from "./trial.ts";

const file = join(import.meta.dirname, "table.md");

/** What the table says of one mutant. */
export interface Row {
  /** Which mutant it is: its step, line, slip and change. */
  mutant: string;
  /** "keeps the contract", or what it breaks first. */
  outcome: string;
  /** The id of the first cause and its line, or "accepted". */
  verdict: string;
}

export const KEEPS = "keeps the contract";
export const ACCEPTED = "accepted";

export function nameOfMutant({ step, line, operator, change }: Candidate): string {
  return `${slugOf(step)}:${line} ${operator}: ${change}`;
}

export function rowOf(trial: Trial): Row {
  const at = trial.at === null ? "" : ` at line ${trial.at}`;
  return {
    mutant: nameOfMutant(trial),
    outcome: trial.broken ?? KEEPS,
    verdict: trial.passed ? ACCEPTED : `${trial.cause}${at}`,
  };
}

/** How often each cause was named, most often first. */
function tally(rows: readonly Row[]): string[] {
  const counts = new Map<string, number>();
  for (const { verdict } of rows) {
    const id = verdict.split(" ")[0] ?? "";
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([id, count]) => `| ${id} | ${count} |`);
}

/** Rows in the order of the mutants; none before the first recording. */
export function readTable(): Row[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => /^\| \d-/.test(line))
    .map((line) => {
      const [mutant = "", outcome = "", verdict = ""] = line.slice(2, -2).split(" | ");
      return { mutant, outcome, verdict };
    });
}

export function writeTable(rows: readonly Row[]): void {
  const lines = [
    "# Mutants of the reference solutions",
    "",
    "Recorded by `RECORD=1 npm run test:mutation`; see contract.ts for what a mutant breaks, trial.ts for how it is tried.",
    "",
    "| first cause | mutants |",
    "| --- | --- |",
    ...tally(rows),
    "",
    "| mutant | of the contract | verdict |",
    "| --- | --- | --- |",
    ...rows.map(({ mutant, outcome, verdict }) => `| ${mutant} | ${outcome} | ${verdict} |`),
  ];
  writeFileSync(file, `${lines.join("\n")}\n`);
}
