/**
 * report.html: one file that needs no network. What students wrote is data in it, never markup, and its policy lets
 * only its own script run.
 */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { shipped } from "../base/package.ts";
import { allChecks } from "../check/judge/judge.ts";
import { stepsOf } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import { nameBeside } from "./row.ts";
import type { Brief, Row } from "./row.ts";
import { NOT_ISOLATED } from "./run-header.ts";
import type { Isolation } from "./run-header.ts";
import { tallyOf } from "./tally.ts";

/** In characters of the data. Rows after that have no code and no diagram, so that the page stays below 30 MB. */
const MOST_TEXT = 12 * 1024 * 1024;

/** Texts by number, each once: diagrams of one class have most of their lines in common. */
class Texts {
  readonly all: string[] = [""];
  readonly #numbers = new Map([["", 0]]);
  size = 0;

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.size += text.length;
    this.#numbers.set(text, this.all.length);
    this.all.push(text);
    return this.all.length - 1;
  }
}

const LETTERS = { passed: "p", failed: "f", skipped: "s" } as const;

/** A row as the page's script reads it; lines are numbers of texts. */
function rowData(row: Row, order: readonly string[], texts: Texts) {
  const { id, status, file, passed, score, checks, cause, advice, late, identical, why, detail } = row;
  const full = texts.size > MOST_TEXT;
  const numbers = (lines: readonly string[]) => (full ? [] : lines.map((line) => texts.numberOf(line)));
  return {
    id,
    name: nameBeside(row),
    status,
    step: row.step ?? 0,
    file,
    passed,
    score,
    checks:
      Object.keys(checks).length === 0
        ? ""
        : order.map((check) => LETTERS[checks[check] ?? "skipped"]).join(""),
    cause,
    advice,
    late,
    identical,
    why,
    title: texts.numberOf(detail?.title ?? ""),
    because: full ? 0 : texts.numberOf(detail?.why ?? ""),
    fix: full ? 0 : texts.numberOf(detail?.fix ?? ""),
    place: detail?.place ?? null,
    frame: numbers(detail?.frame ?? []),
    diagram: numbers(detail?.diagram ?? []),
    cut: full && detail !== null,
  };
}

/** JSON inside of a script element: nothing in it ends the element or begins another. */
function asData(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

/** The source of a style or script as a policy names it: https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

const COLUMNS = [
  ["id", "Student"],
  ["name", "Name"],
  ["step", "Step"],
  ["score", "Score"],
  ["checks", "Checks"],
  ["cause", "Result"],
  ["identical", "Same code as"],
];

/**
 * The page, in pieces that are to be written one after the other.
 *
 * @param rows whole, in order; read once, and not kept
 * @param briefs the same rows without their details
 */
export function* reportPage(
  rows: Iterable<Row>,
  briefs: readonly Brief[],
  course: Course,
  isolation: Isolation,
): Generator<string> {
  const style = readFileSync(shipped("dist", "grading", "page.css"), "utf8");
  const script = readFileSync(shipped("dist", "grading", "page.js"), "utf8");
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`;
  const tally = tallyOf(briefs);
  const counts = tally.statuses.map(({ status, count }) => `${count} ${status}`).join(", ");
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>refresh-tutor: a class</title>
<style>${style}</style>
</head>
<body>
<h1>${tally.passed} of ${tally.rows} pass</h1>
<p class="dim">${counts}</p>
${isolation === "none" ? `<p><strong>${NOT_ISOLATED}</strong></p>` : ""}
<h2>The commonest mistakes</h2>
<div id="bars" class="bars"></div>
<p><button id="more-bars" type="button" hidden></button></p>
<h2>Students by checks</h2>
<p class="dim">✓ holds, ✗ does not, · could not be asked; a click on a student opens the verdict</p>
<div class="filters">
<input id="search" type="search" placeholder="name, id or file" aria-label="search">
<select id="status" aria-label="state"><option value="">every state</option></select>
<select id="cause" aria-label="mistake"><option value="">every mistake</option></select>
<span id="group" hidden><span id="group-text"></span><button id="ungroup" type="button">show all</button></span>
<span id="count" class="dim"></span>
</div>
<div class="map"><table>
<thead><tr>${COLUMNS.map(([column, label]) => `<th data-column="${column}">${label}</th>`).join("")}</tr></thead>
<tbody id="rows"></tbody>
</table></div>
<p><button id="more" type="button" hidden>show every row</button></p>
<script type="application/json" id="data">{"rows":[`;
  const steps = Object.fromEntries(
    stepsOf(course, "all").map(({ number, title, checks }) => [
      number,
      {
        title,
        checks: allChecks(checks).map((check) => ({
          id: check.id,
          title: check.title,
          seenInside: check.seenInside ?? false,
        })),
      },
    ]),
  );
  const texts = new Texts();
  let first = true;
  for (const row of rows) {
    const order = steps[row.step ?? 0]?.checks.map(({ id }) => id) ?? [];
    yield `${first ? "" : ","}\n${asData(rowData(row, order, texts))}`;
    first = false;
  }
  const { causes, statuses } = tally;
  yield `],\n"texts":${asData(texts.all)},\n"steps":${asData(steps)},"causes":${asData(causes)},"statuses":${asData(statuses)}}</script>
<script>${script}</script>
</body>
</html>
`;
}
