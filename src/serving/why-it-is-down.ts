/** Why a served app is down, in a sentence. Pure. */

import type { NameFile } from "../base/file-names.ts";
import type { Boot, Ending, Fault, Place } from "../check/transcript.ts";

function placeInWords(place: Place | null, nameFile: NameFile): string {
  return place ? ` (${nameFile(place.file)}:${place.line})` : "";
}

function faultInWords({ name, message, place }: Fault, nameFile: NameFile): string {
  const [first = "", second = ""] = message.split("\n");
  // Who translates TypeScript names the place and the error on the second line, with the whole path.
  const said =
    first.endsWith(":") && second !== "" ? second.replace(/^.*[\\/](?=[^\\/]+:\d+:\d+)/, "") : first;
  return `${name}: ${said.replace(/\.$/, "")}${placeInWords(place, nameFile)}`;
}

/** Why an app did not come up; null where it did. */
export function bootTrouble(boot: Boot, nameFile: NameFile): string | null {
  switch (boot.outcome) {
    case "up":
      return null;
    case "crashed":
      return boot.fault
        ? `The app did not start. ${faultInWords(boot.fault, nameFile)}.`
        : "The app did not start.";
    case "exited":
      return `The app ended before it could answer a request${placeInWords(boot.place, nameFile)}.`;
    case "foreign":
      return "Something listens, but express() was never called.";
    case "timeout":
      return `The app was not ready in time${boot.blocked ? ": it is busy with something that does not end" : ""}${placeInWords(boot.place, nameFile)}.`;
  }
}

/** Why an app that was up has ended. */
export function endingTrouble(
  { cause, code, place }: Ending,
  fault: Fault | null,
  nameFile: NameFile,
): string {
  if (cause === "memory") return "The app used too much memory and was stopped.";
  if (cause === "fault" && fault) return `The app has crashed. ${faultInWords(fault, nameFile)}.`;
  return `The app has ended by itself${code === null ? "" : ` with exit code ${code}`}${placeInWords(place, nameFile)}.`;
}
