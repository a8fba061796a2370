/** For killed.test.ts: counts checks in the workspace at argv[2] for ever, and says so each time. */

import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { isProblem } from "../../src/base/problem.ts";
import { afterFailure } from "../../src/workspace/progress.ts";
import { changeProgress, openWorkspace } from "../../src/workspace/workspace.ts";

const workspace = openWorkspace(process.argv[2] ?? "", { steps: [], partTwo: [] });
if (isProblem(workspace)) throw new Error(workspace.message);
for (;;) {
  const changed = changeProgress(workspace, (progress) =>
    afterFailure(progress, { name: "login" }, randomUUID()),
  );
  if (isProblem(changed)) throw new Error(changed.message);
  writeSync(1, ".");
}
