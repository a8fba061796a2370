/** A child kept ready must be as clean as one that is started cold. */

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { checkFile } from "../../../src/check/check-file.ts";
import { loadCourse } from "../../../src/course/course.ts";
import type { Course } from "../../../src/course/course.ts";
import { shipped } from "../../../src/base/package.ts";
import { Guest } from "../../../src/check/runner/host.ts";
import { DEADLINES } from "../../../src/check/deadlines.ts";
import { ReadyGuests } from "../../../src/check/runner/ready.ts";
import { verdictJson } from "../../../src/check/verdict/json.ts";
import type { Verdict } from "../../../src/check/verdict/verdict.ts";
import { emptyFolder } from "../../commands/program.ts";
import { programsOf, settle } from "../../programs.ts";
import { full } from "../../sample.ts";

let course: Course;
beforeAll(async () => {
  course = loadCourse();
});

function readyGuests(): ReadyGuests {
  const ready = new ReadyGuests();
  onTestFinished(() => ready.end());
  return ready;
}

function stepOf(number: number) {
  const step = course.steps[number - 1];
  if (!step) throw new Error(`no step ${number}`);
  return step;
}

/** A verdict without what differs from run to run. */
function bare(verdict: Verdict): unknown {
  const text = JSON.stringify(verdictJson(verdict, (file) => file));
  return JSON.parse(text, (key, value) =>
    ["ms", "date", "output", "etag"].includes(key) ? undefined : value,
  );
}

/** Of part one: the answers of part two hold tokens that are random. */
const all = programsOf("learners").filter(({ step }) => step < 5);
const right = all.filter(({ id }) => id === "right");
const each = full ? 2 : 1;
// A loop takes a whole core until its deadline, twice.
const kinds = ["right", "crash-on-start"].concat(
  full ? ["double-response", "missing-json-parser", "infinite-loop"] : [],
);
const some = [
  ...kinds.flatMap((id) =>
    all.filter((program) => program.id === id && program.express === 5).slice(0, each),
  ),
  ...right.filter(({ entry }) => entry.endsWith(".ts")).slice(0, each),
  ...right.filter(({ express }) => express === 4).slice(0, each),
];

test.for(some)("says the same of $id/$slug, ready or cold", async (program) => {
  const { entry, leave } = settle(program);
  onTestFinished(leave);
  const step = stepOf(program.step);
  const ready = readyGuests();
  ready.prepare(entry, 2);
  const warm = await checkFile(step, entry, DEADLINES, ({ typescript, inspect }) =>
    inspect ? new Guest({ typescript, inspect }) : ready.take(entry),
  );
  const cold = await checkFile(step, entry, DEADLINES);
  expect(bare(warm)).toEqual(bare(cold));
});

test("hands out each child once", async () => {
  const ready = readyGuests();
  const file = shipped("solutions", "1-login.js");
  ready.prepare(file, 2);
  const guests = [ready.take(file), ready.take(file), ready.take(file)];
  expect(new Set(guests).size).toBe(3);
  await Promise.all(guests.map((guest) => guest.end()));
});

test("notices an express that was installed after the child was made ready", async () => {
  const folder = emptyFolder();
  const file = join(folder, "1-login.js");
  writeFileSync(
    file,
    `const app = require("express")();
app.post("/login", (req, res) => res.json({ accessToken: "access123", refreshToken: "refresh123" }));
console.log(typeof app.del); // a method of Express 4 only
app.listen(3000);
`,
  );
  const ready = readyGuests();
  ready.prepare(file, 2);
  const { transcript: before } = await checkFile(stepOf(1), file, DEADLINES, () => ready.take(file));
  ready.prepare(file, 2);
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(shipped("node_modules", "express4"), join(folder, "node_modules", "express"));
  const { transcript: after } = await checkFile(stepOf(1), file, DEADLINES, () => ready.take(file));
  expect(before.output[0]?.text).toBe("undefined\n");
  expect(after.output[0]?.text).toBe("function\n");
});
