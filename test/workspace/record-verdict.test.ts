/** What a check leaves in the progress. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isProblem } from "../../src/base/problem.ts";
import { checkFile } from "../../src/check/check-file.ts";
import { loadCourse } from "../../src/course/course.ts";
import { makeWorkspace } from "../../src/workspace/make-workspace.ts";
import { progressOf } from "../../src/workspace/progress.ts";
import { recordVerdict } from "../../src/workspace/record-verdict.ts";
import { PATIENT } from "../checked.ts";
import { emptyFolder } from "../commands/program.ts";

test("an attempt is what was checked, although the file was saved again meanwhile", async () => {
  const course = loadCourse();
  const [step] = course.steps;
  const workspace = makeWorkspace(join(emptyFolder(), "refresh-tutor"), course, "js");
  if (!step || isProblem(workspace)) throw new Error("no workspace");
  const file = join(workspace.root, "steps", "1-login.js");
  writeFileSync(file, "const app = require('express')();\napp.listen(3000);\n");
  const verdict = await checkFile(step, file, PATIENT);
  const failuresAfter = (...attempts: string[]) => {
    let now = workspace;
    for (const text of attempts) now = recordVerdict(now, course, verdict, () => text).workspace;
    return progressOf(now.progress, step).failures;
  };
  expect(verdict.passed).toBe(false);
  expect(failuresAfter("one", "two", "two")).toBe(2);
  expect(failuresAfter("three")).toBe(3);
});
