/** The app comes up in an empty folder, but not in one where it has written before. */

import { bootInWords } from "../../../src/check/judge/general.ts";
import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { inWords } from "../../../src/check/diagnosis/read-evidence.ts";

export const secondBootCrashes: Mistake = {
  id: "second-boot-crashes",
  find({ failure, transcript }) {
    const { check, finding } = failure;
    // Where an answer shows the failure, a failed start in another world is not the cause.
    if (!check.id.startsWith("restart-") || finding.status !== "failed" || finding.exchange) return null;
    const failed = transcript.moves.find((move) => move.kind === "boot" && move.boot.outcome !== "up");
    if (failed?.kind !== "boot" || failed.boot.outcome === "up") return null;
    const boots = transcript.moves.filter(({ kind, world }) => kind === "boot" && world === failed.world);
    const which = boots.indexOf(failed) === 0 ? "second" : "third";
    const { boot } = failed;
    const fault = boot.outcome === "crashed" ? boot.fault : null;
    const how = fault ? `it threw ${inWords(fault)}` : bootInWords(boot);
    return {
      title: `The app starts once, and not a ${which} time`,
      why: `The first start found an empty folder and went well. After a power cut, the same program was started again beside the files that it had written, and ${how}.`,
      fix: fault
        ? "Look at what your program has written, and at what this line expects to find: both the first start, where nothing is there, and every later one have to go well."
        : "Find what your program does at the start with the files that it has written: every start after the first has to go well, too.",
      place: fault?.place ?? (boot.outcome === "exited" || boot.outcome === "timeout" ? boot.place : null),
    };
  },
};
