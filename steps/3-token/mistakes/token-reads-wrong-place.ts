/** POST /token looks for the token in another place than the body's refreshToken. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { bodySeen, experimentOf, faultsOf } from "../../../src/check/diagnosis/read-evidence.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import { readingsOf } from "../../../src/check/source/readings.ts";
import { PLACES } from "../../../src/course/places.ts";
import { explain, readingInWords, strayReading } from "../../../src/course/stray-reading.ts";
import { accepted, isAboutToken, renewalsOf } from "./renewals.ts";

export const tokenReadsWrongPlace: Mistake = {
  id: "token-reads-wrong-place",
  find(evidence) {
    if (!isAboutToken(evidence)) return null;
    const { known } = renewalsOf(evidence);
    const byPath = evidence.transcript.layers.find(
      ({ role, path }) => role === "route" && /^\/token\/(:|\*|\{)/.test(path),
    );
    const readings = readingsOf(handlersOf(evidence.source, "POST", "/token"));
    const fromPath = readings.some(({ part }) => part === "params");
    if (byPath && fromPath && known?.response?.status === 404)
      return explain("/token", `the path (${byPath.path})`, null, byPath.place);
    if (!known || accepted(known)) return null;
    const stray = strayReading(evidence.source, readings);
    // The token renews from this other place, and an unknown token does not.
    const works = PLACES.find(
      ({ name }) =>
        accepted(experimentOf(evidence, `token-by-${name}`)) &&
        !accepted(experimentOf(evidence, `unknown-by-${name}`)),
    );
    if (works)
      return explain(
        "/token",
        works.words,
        stray,
        known.events.find((event) => event.kind === "answered")?.place ?? null,
      );
    // The handler threw on what it took, so it has found the token, and has another mistake.
    if (stray?.part === "body" && stray.key === null && faultsOf(known).length > 0) return null;
    if (!stray || (stray.part === "body" && stray.key !== null && bodySeen(known) !== "object")) return null;
    return explain("/token", readingInWords(stray), stray, null);
  },
};
