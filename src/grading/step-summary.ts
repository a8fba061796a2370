/** The summary of a GitHub job: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary */

import { nameBeside } from "./row.ts";
import type { Brief } from "./row.ts";
import { NOT_ISOLATED } from "./run-header.ts";
import type { Isolation } from "./run-header.ts";
import { openInWords, tallyOf } from "./tally.ts";

/** GitHub takes 1 MiB a step: of what may be long, so much is listed. */
const MOST_CAUSES = 10;
const MOST_OPEN = 50;
/** In characters, of a name or a sentence. */
const LONGEST = 200;

/** Foreign text in a cell of a table: nothing in it is Markdown or HTML. */
function cell(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").slice(0, LONGEST);
  return line.replaceAll(/[&<>"'`|\\*_~[\]()#!@:]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heading), line(heading.map(() => "---")), ...rows.map(line)].join("\n");
}

/**
 * The summary as Markdown.
 *
 * @param rows in order
 */
export function stepSummary(rows: readonly Brief[], isolation: Isolation): string {
  const tally = tallyOf(rows);
  const parts = [
    `### refresh-tutor: ${tally.passed} of ${tally.rows} pass`,
    table(
      ["state", "rows"],
      tally.statuses.map(({ status, count }) => [status, String(count)]),
    ),
  ];
  if (isolation === "none") parts.splice(1, 0, `**${NOT_ISOLATED}**`);
  if (tally.causes.length > 0) {
    const causes = tally.causes.slice(0, MOST_CAUSES);
    const rowsOf = causes.map(({ cause, count }) => [`\`${cause}\``, String(count)]);
    parts.push(table(["commonest mistakes", "rows"], rowsOf));
  }
  if (openInWords(tally) !== null) {
    const open = rows.filter(({ status }) => status !== "graded" && status !== "missing");
    const listed = open
      .slice(0, MOST_OPEN)
      .map((row) => [cell(row.id), cell(nameBeside(row)), row.status, cell(row.why ?? "")]);
    parts.push(table(["id", "name", "without a grade", "why"], listed));
    if (open.length > MOST_OPEN) parts.push(`And ${open.length - MOST_OPEN} more: see results.ndjson.`);
  }
  return `${parts.join("\n\n")}\n`;
}
