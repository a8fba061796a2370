<<<<<<< HEAD
/** POST /token looks for the token in another place than the body's refreshToken. */

import type { Explanation, Mistake } from "../../../src/check/diagnosis/mistake.ts";
=======
import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
>>>>>>> 4543e40 (Steps 5 to 7 say why: mistakes, experiments, advice; an advice may read the source)
import { bodySeen, experimentOf, faultsOf } from "../../../src/check/diagnosis/read-evidence.ts";
import { handlersOf, readingsOf } from "../../../src/check/source/handlers.ts";
import { PLACES } from "../../../src/course/places.ts";
import { explain, readingInWords, strayReading } from "../../../src/course/stray-reading.ts";
import { accepted, isAboutToken, renewalsOf } from "./renewals.ts";

<<<<<<< HEAD
/** Whether the program itself puts something there, as a middleware may: req.refreshToken = … */
function isAssigned(source: Source, part: string): boolean {
  const assigns = findInSource(source, (node) => {
    const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
    return left?.type === "MemberExpression" && nameOf(left) === part;
  });
  return assigns.length > 0;
}

/** Which reading of the request is not body.refreshToken; null where one is, or none is seen. */
export function strayReading(source: Source, readings: readonly Reading[]): Reading | null {
  const right = readings.some(({ part, key }) => part === "body" && (key === "refreshToken" || key === "…"));
  const relevant = readings.filter(
    ({ part, key, odd }) =>
      (part !== "headers" || !/content-type|accept|user-agent|origin/i.test(key ?? "")) &&
      (odd === null || !isAssigned(source, part)),
  );
  return right ? null : (relevant[0] ?? null);
}

/** Where a reading looks, in words. */
export function readingInWords({ part, key, odd }: Reading): string {
  if (odd !== null) return odd;
  if (part === "body" && key === null) return "the whole of req.body";
  return key === null ? `req.${part}` : `req.${part}.${key}`;
}

export function explain(
  path: string,
  where: string,
  reading: Reading | null,
  place: Explanation["place"],
): Explanation {
  return {
    title: `POST ${path} looks for the token in another place`,
    why: `The client sends { "refreshToken": … } as the JSON body. Your handler looks in ${where}, and does not find it there.`,
    fix: "Read it where it is sent: the member refreshToken of req.body.",
    place: reading ? placeOfFound(reading) : place,
  };
}

=======
/** It reads the token from the query, the path, a header, the whole body, or another member of the body. */
>>>>>>> 4543e40 (Steps 5 to 7 say why: mistakes, experiments, advice; an advice may read the source)
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
    // A renewal of the token from elsewhere, and none of an unknown one from there.
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
    // A handler that throws on what it takes has found it, and another trouble with it.
    if (stray?.part === "body" && stray.key === null && faultsOf(known).length > 0) return null;
    if (!stray || (stray.part === "body" && stray.key !== null && bodySeen(known) !== "object")) return null;
    return explain("/token", readingInWords(stray), stray, null);
  },
};
