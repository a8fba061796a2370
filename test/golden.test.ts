/**
 * What a learner sees of each mistake: the whole output of the check, one file an id; a sample in a normal run.
 * `npm run record -- test/golden.test.ts` writes them anew; read the difference as a beginner would.
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFile } from "../src/check/check-file.ts";
import { loadCourse } from "../src/course/course.ts";
import { renderVerdict } from "../src/drawing/verdict.ts";
import { shipped } from "../src/base/package.ts";
import { PATIENT } from "./checked.ts";
import { programsOf } from "./programs.ts";
import type { Program } from "./programs.ts";
import { sample } from "./sample.ts";

const course = loadCourse();
const folder = join(import.meta.dirname, "golden");
/** Of part one: from step 5 on, a screen shows tokens that are random. */
const programs = programsOf("learners").filter(
  ({ id, step, express }) => id !== "right" && step < 5 && express === 5,
);
const shown = [...new Set(programs.map(({ id }) => id))].flatMap(
  (id) => programs.find((program) => program.id === id) ?? [],
);

/** How many are booted in a normal run, however many mistakes there are; all while they are recorded. */
const SHOWN = process.env["RECORD"] ? shown.length : 5;

/** What differs from one machine, Node or run to the next, replaced. */
function steady(screen: string, root: string): string {
  return screen
    .replaceAll(root + sep, "")
    .replaceAll(shipped(), "…")
    .replaceAll(/ \/\/ here$/gm, "")
    .replaceAll(/Node\.js v[\d.]+/g, "Node.js v0.0.0")
    .replaceAll(/^\(node:\d+\) Warning:.*\n(?:\(Use .*\n)?/gm, "")
    .replaceAll(/(node:[\w/]+):\d+(:\d+)?/g, "$1:0:0")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "0000-00-00T00:00:00.000Z")
    .replaceAll(/\b\d+(\.\d+)? ms\b/g, "0 ms")
    .replaceAll(/\b\d+\.\d s\b/g, "0.0 s")
    .replaceAll(/… the same \d+ times more/g, "… the same again")
    .replaceAll(/… \d+ lines? left out/g, "… lines left out")
    .replaceAll(/^\[your app\] \^+\n/gm, "");
}

/** The screen of `check` at 80 columns, without colour. */
async function screenOf({ entry, step: number }: Program): Promise<string> {
  const step = course.steps.find((one) => one.number === number);
  if (!step) throw new Error(`no step ${number}`);
  const verdict = await checkFile(step, entry, PATIENT);
  const root = dirname(entry);
  // Before it is drawn: a path's length decides where lines break.
  const output = verdict.transcript.output.map(({ stream, text }) => ({ stream, text: steady(text, root) }));
  const told = { ...verdict, transcript: { ...verdict.transcript, output } };
  const screen = renderVerdict(told, {
    width: 80,
    color: false,
    unicode: true,
    links: false,
    nameFile: (file) => relative(root, file),
    sourceOf: (file) =>
      readFileSync(file, "utf8").replaceAll(/\s*(?:\/\/|\/\*)\s*here\s*(?:\*\/)?\s*$/gm, ""),
  });
  return steady(screen, root);
}

describe("the screen of a failed check", () => {
  it.concurrent.for(sample(shown, SHOWN, ({ id }) => id))("$id", async (program) => {
    const screen = await screenOf(program);
    const file = join(folder, `${program.id}.txt`);
    if (process.env["RECORD"]) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, screen);
    }
    const meant = `where the new screen is meant: npm run record -- test/golden.test.ts -t ${program.id}`;
    expect(screen, meant).toBe(readFileSync(file, "utf8"));
  });

  it("is kept of each mistake, and of no other", () => {
    const kept = readdirSync(folder).map((name) => basename(name, ".txt"));
    expect(kept.toSorted()).toEqual(shown.map(({ id }) => id).toSorted());
  });
});
