/** The program has no variable refreshTokens. */

import { basename } from "node:path";
import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { allFaults } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { registeredFor } from "../../../src/check/source/handlers.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";
import { storingsOf } from "../../../src/course/mistakes/pattern.ts";

export const storeMissing: Mistake = {
  id: "store-missing",
  find({ transcript, source, failure, exchange }) {
    const undeclared = allFaults({ ...transcript, exchanges: exchange ? [exchange] : [] }).find(
      ({ message }) => /refreshTokens is not defined/.test(message),
    );
    const absent = failure.check.id === "store-exists" && transcript.storeAtStart.kind === "absent";
    if (!undeclared && !absent) return null;
    if (declarationsOf(source, "refreshTokens").length > 0 && !undeclared) return null;
    const elsewhere = undeclared?.place
      ? declarationsOf(source, "refreshTokens").find(
          ({ file, local }) => !local && file !== undeclared.place?.file,
        )
      : undefined;
    if (undeclared && elsewhere) {
      const home = basename(elsewhere.file);
      return {
        title: "This file cannot see refreshTokens",
        why: `refreshTokens is declared in ${home}, and each file has variables of its own: what another file declares is not there until it is exported and imported. So this line throws a ReferenceError.`,
        fix: `Export the array from the file that declares it, and import it here; a second array would be another one. If ${home} loads this file, move the array into a file of its own first, which both load.`,
        place: undeclared.place,
      };
    }
    const [kept] = undeclared ? [] : storingsOf(source, "refresh");
    return {
      title: "There is no variable refreshTokens",
      why: undeclared
        ? "This line uses refreshTokens, but it is not declared where this line can see it, so JavaScript throws a ReferenceError."
        : kept
          ? "Login keeps something here, but not in an array called refreshTokens: that is what the steps to come ask who is logged in."
          : "The server gives out refresh tokens but keeps none in an array called refreshTokens. So it cannot know later which tokens it gave out.",
      fix: "Declare refreshTokens as an empty array at the top of the file, outside of every handler.",
      place: undeclared?.place ?? firstPlace(kept, registeredFor(source, "POST", "/login").at(-1)),
    };
  },
};
