/** A logout changes the memory, but not the file. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { changesIn, unsavedChange, whatWasLost } from "./restarts.ts";

export const logoutNotSaved: Mistake = {
  id: "logout-not-saved",
  find(evidence) {
    if (whatWasLost(evidence) !== "logout") return null;
    const change = changesIn(evidence.source, "/logout")[0] ?? unsavedChange(evidence.source, "/logout");
    return {
      title: "A logout is forgotten at the next start",
      why: "Alan logged out, and in that moment the power failed. After the next start his token renews again: the logout has changed the memory, and the file still holds his login.",
      fix: "Save after a logout as you do after a login, before you answer.",
      place: change ? placeOfFound(change) : null,
    };
  },
};
