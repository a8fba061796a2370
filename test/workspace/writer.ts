/** For progress.test.ts: counts checks in the workspace at argv[2] without end, or once if there is a file "stop". */

import { existsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { loadCourse } from "../../src/course/course.ts";
import { isProblem } from "../../src/problem.ts";
import { makeWorkspace } from "../../src/workspace/make.ts";
import { afterFailure, currentStep } from "../../src/workspace/progress.ts";
import { changeProgress } from "../../src/workspace/workspace.ts";

const root = process.argv[2] ?? "";
const course = await loadCourse();
const workspace = makeWorkspace(root, course, "js");
if (isProblem(workspace)) throw new Error(workspace.message);
const step = currentStep(workspace.progress, course);
do {
  const changed = changeProgress(workspace, (progress) => afterFailure(progress, step));
  if (isProblem(changed)) throw new Error(changed.message);
  writeSync(1, ".");
} while (!existsSync(join(root, "stop")));
