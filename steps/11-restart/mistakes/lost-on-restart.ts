/** After the next start, the app has forgotten everything. */

import { basename } from "node:path";
import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { mapInJson } from "../../../src/course/map-in-json.ts";
import { filesOf, placeOfStore, readsIn, whatWasLost } from "./restarts.ts";

export const lostOnRestart: Mistake = {
  id: "lost-on-restart",
  find(evidence) {
    const lost = whatWasLost(evidence);
    if (lost !== "login" && lost !== "access" && lost !== "renewal") return null;
    const { source, experiment } = evidence;
    const files = filesOf(evidence);
    const [read] = readsIn(source);
    const inJson = lost !== "access" && files.length > 0 ? mapInJson(source) : null;
    const whose = lost === "access" ? "Ada's access token" : "A refresh token";
    const names = files.map(({ path }) => basename(path)).join(", ");
    const written =
      files.length > 0
        ? `The app had written ${names}, and what the start makes of it does not bring the logins back.`
        : experiment
          ? "The app had written no file, so it lay in memory only, and memory ends with the process."
          : "What lies in memory only ends with the process.";
    return {
      title:
        lost === "access"
          ? "Access tokens do not live through a restart"
          : "Logins do not live through a restart",
      why: `${whose} was good, the power failed, and the app was started again in the same folder: the same token was refused. ${written}`,
      fix: inJson
        ? "Write what is in it: JSON.stringify([...map]), and at the start new Map(JSON.parse(…)). JSON.stringify makes {} of a Map or a Set, whatever is in it."
        : files.length > 0
          ? "Compare what you write with what you read at the start: the same file, the same shape, and everything that a renewal or an access token needs."
          : "Write the store to a file before you answer, each time it changes, and read that file at the start.",
      place:
        lost === "access"
          ? placeOfStore(source, /access/i)
          : inJson
            ? placeOfFound(inJson)
            : files.length > 0 && read
              ? placeOfFound(read)
              : placeOfStore(source),
    };
  },
};
