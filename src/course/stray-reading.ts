/** Whether a handler looks for the refresh token in a place where the client does not send it. */

import type { Explanation } from "../check/diagnosis/mistake.ts";
import { findInSource, placeOfFound } from "../check/source/found.ts";
import { TAKEN_OUT } from "../check/source/readings.ts";
import type { Reading } from "../check/source/readings.ts";
import type { Source } from "../check/source/source.ts";
import { child, nameOf } from "../check/source/syntax.ts";

/** Whether the program itself puts a value there, as a middleware may: req.refreshToken = … */
function isAssigned(source: Source, part: string): boolean {
  const assigns = findInSource(source, (node) => {
    const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
    return left?.type === "MemberExpression" && nameOf(left) === part;
  });
  return assigns.length > 0;
}

/** The reading of the request that is not body.refreshToken; null where one of the readings is, or there are none. */
export function strayReading(source: Source, readings: readonly Reading[]): Reading | null {
  const right = readings.some(({ part, key }) => part === "body" && (key === "refreshToken" || key === "…"));
  const relevant = readings.filter(
    ({ part, key, odd }) =>
      (part !== "headers" || !/content-type|accept|user-agent|origin/i.test(key ?? "")) &&
      (odd === null || (part !== TAKEN_OUT && !isAssigned(source, part))),
  );
  // What a middleware has taken out of the body, under another name than it has there: const { token } = req.valid
  const takenOut = readings.find(
    ({ part, key, odd }) =>
      odd !== null &&
      key !== null &&
      key !== "refreshToken" &&
      (part === TAKEN_OUT || isAssigned(source, part)),
  );
  const [first] = relevant;
  const whole = first === undefined || (first.part === "body" && first.key === null);
  return right ? null : whole ? (takenOut ?? first ?? null) : first;
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
