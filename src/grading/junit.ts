/** junit.xml, as CI servers read it: a suite for each step, a case for each student (https://github.com/testmoapp/junitxml). */

import { studentOf } from "./row.ts";
import type { Brief } from "./row.ts";
import type { Isolation } from "./run-header.ts";

/** A text inside of XML 1.0: what may not stand there at all (section 2.2) is replaced. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

function caseOf(row: Brief, suite: string): string {
  const open = `    <testcase classname="${escaped(suite)}" name="${escaped(studentOf(row))}" time="${seconds(row.ms ?? 0)}"`;
  if (row.status === "missing") return `${open}><skipped message="${escaped(row.why ?? "")}"/></testcase>`;
  if (row.status !== "graded") {
    return `${open}><error type="${row.status}" message="${escaped(row.why ?? "")}"/></testcase>`;
  }
  if (row.passed) return `${open}/>`;
  const failed = Object.entries(row.checks).filter(([, status]) => status === "failed");
  const held = Object.values(row.checks).filter((status) => status === "passed").length;
  const message = `${row.cause ?? "falls short"}: ${held} of ${Object.keys(row.checks).length} checks hold`;
  const body = failed.map(([id]) => `failed: ${id}`).join("\n");
  return `${open}><failure type="${escaped(row.cause ?? "")}" message="${escaped(message)}">${escaped(body)}</failure></testcase>`;
}

/**
 * The text of the file.
 *
 * @param rows in order
 */
export function junitXml(rows: readonly Brief[], isolation: Isolation): string {
  const isolated = isolation === "none" ? "not isolated" : isolation;
  const properties = `    <properties><property name="isolation" value="${isolated}"/></properties>\n`;
  const suites = new Map<string, Brief[]>();
  for (const row of rows) {
    const name = row.stepName === null ? "no step" : `${row.step ?? ""}-${row.stepName}`;
    const own = suites.get(name);
    if (own) own.push(row);
    else suites.set(name, [row]);
  }
  const counts = (some: readonly Brief[]) => {
    const missing = some.filter(({ status }) => status === "missing").length;
    const errors = some.filter(({ status }) => status !== "missing" && status !== "graded").length;
    const failures = some.filter(({ status, passed }) => status === "graded" && passed !== true).length;
    const time = some.reduce((sum, { ms }) => sum + (ms ?? 0), 0);
    return `tests="${some.length}" failures="${failures}" errors="${errors}" skipped="${missing}" time="${seconds(time)}"`;
  };
  const parts = [...suites]
    .sort(([a], [b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .map(([name, some]) => {
      const cases = some.map((row) => caseOf(row, name)).join("\n");
      return `  <testsuite name="${escaped(name)}" ${counts(some)}>\n${properties}${cases}\n  </testsuite>\n`;
    });
  const all = counts(rows).replace(/ skipped="\d+"/, "");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="refresh-tutor" ${all}>\n${parts.join("")}</testsuites>\n`;
}
