/** POST /token looks for the refresh token somewhere else than in the body's refreshToken. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { answeredAt, bodySeen, experimentOf, isAbout } from "../../check/diagnosis/read-evidence.ts";
import { handlersOf } from "../../check/source/handlers.ts";
import { readingsOf } from "../../check/source/readings.ts";
import { exchangeOf } from "../../check/judge/read-transcript.ts";
import { PLACES } from "../places.ts";
import { isGood } from "../sessions.ts";
import { explain, readingInWords, strayReading } from "../stray-reading.ts";
import { isOwnAnswer } from "./pattern.ts";

export const tokenReadsWrongPlace: Mistake = {
  id: "token-reads-wrong-place",
  find(evidence) {
    const { transcript, source } = evidence;
    const known = exchangeOf(transcript, "renew");
    if (!isAbout(evidence, "token-renews", "token-renews-others") || !known || isGood(known)) return null;
    const readings = readingsOf(handlersOf(source, "POST", "/token"));
    const stray = strayReading(source, readings);
    const byPath = transcript.layers.find(
      ({ role, path }) => role === "route" && /^\/token\/(:|\*|\{)/.test(path),
    );
    if (byPath && known.response?.status === 404)
      return explain("/token", `the path (${byPath.path})`, null, byPath.place);
    const works = PLACES.find(
      ({ name }) =>
        isGood(experimentOf(evidence, `token-by-${name}`)) &&
        !isGood(experimentOf(evidence, `unknown-by-${name}`)),
    );
    if (works) return explain("/token", works.words, stray, answeredAt(known));
    if (!stray || !isOwnAnswer(evidence, known) || bodySeen(known) !== "object") return null;
    return explain("/token", readingInWords(stray), stray, null);
  },
};
