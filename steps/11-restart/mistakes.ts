/** The mistakes of step 11, the most specific first. */

import type { Mistake } from "../../src/check/diagnosis/mistake.ts";
import { fileOverwrittenAtStart } from "./mistakes/file-overwritten-at-start.ts";
import { keyChangesOnRestart } from "./mistakes/key-changes-on-restart.ts";
import { logoutNotSaved } from "./mistakes/logout-not-saved.ts";
import { lostOnRestart } from "./mistakes/lost-on-restart.ts";
import { reuseNotSaved } from "./mistakes/reuse-not-saved.ts";
import { rotationNotSaved } from "./mistakes/rotation-not-saved.ts";
import { savedLate } from "./mistakes/saved-late.ts";
import { secondBootCrashes } from "./mistakes/second-boot-crashes.ts";

export const restartMistakes: readonly Mistake[] = [
  secondBootCrashes,
  keyChangesOnRestart,
  savedLate,
  fileOverwrittenAtStart,
  logoutNotSaved,
  rotationNotSaved,
  reuseNotSaved,
  lostOnRestart,
];
