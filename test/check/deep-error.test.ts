/** An error from so deep in a package that its stack trace ends before it comes to the learner's line. */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkFile } from "../../src/check/check-file.ts";
import { loadCourse, stepsOf } from "../../src/course/course.ts";
import { PATIENT } from "../checked.ts";

const ORM = `
  const deep = (n) => { if (n === 0) throw new Error("no such table"); return deep(n - 1) };
  exports.findOne = async () => { await null; return deep(20) };
`;

const program = (handler: string) => `const express = require("express");
const orm = require("orm");
const app = express();
const login = async (req, res, next) => {
${handler}
};
app.post("/login", login);
app.listen(3000);
`;

test.each([
  ["passed on", "try { await orm.findOne() } catch (error) { next(error) }"],
  ["in a rejected promise", "await orm.findOne()"],
  ["in a promise that nothing waits for", "(async () => { await orm.findOne() })()"],
])("%s: the place is the learner's line", async (_how, handler) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "refresh-tutor-deep-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "node_modules/orm"), { recursive: true });
  writeFileSync(join(folder, "node_modules/orm/index.js"), ORM);
  const file = join(folder, "server.js");
  writeFileSync(file, program(handler));
  const [step] = stepsOf(loadCourse(), "all");
  const diagnoses = step ? (await checkFile(step, file, PATIENT)).diagnoses : [];
  expect(diagnoses[0]?.why).toContain("no such table");
  expect(diagnoses[0]?.place).toMatchObject({ file, line: 5 });
});
