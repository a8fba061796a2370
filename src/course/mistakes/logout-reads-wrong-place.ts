/** POST /logout looks for the refresh token somewhere else than in the body's refreshToken. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { answeredAt, bodySeen, experimentOf } from "../../check/diagnosis/read-evidence.ts";
import { handlersOf } from "../../check/source/handlers.ts";
import { readingsOf } from "../../check/source/readings.ts";
import { exchangeOf } from "../../check/judge/read-transcript.ts";
import { PLACES } from "../places.ts";
import { isRefused } from "../sessions.ts";
import { explain, readingInWords, strayReading } from "../stray-reading.ts";
import { staysAfterLogout } from "./logouts.ts";

export const logoutReadsWrongPlace: Mistake = {
  id: "logout-reads-wrong-place",
  find(evidence) {
    const { transcript, source } = evidence;
    const stays = staysAfterLogout(evidence);
    if (!stays?.middle || !stays.first || !stays.last) return null;
    const logout = exchangeOf(transcript, "logout");
    const readings = readingsOf(handlersOf(source, "POST", "/logout"));
    const stray = strayReading(source, readings);
    // It does read the right place: what ended the login from elsewhere was that no token came at all.
    if (!stray && readings.length > 0) return null;
    const works = PLACES.find(({ name }) => isRefused(experimentOf(evidence, `after-logout-by-${name}`)));
    if (works) return explain("/logout", works.words, stray, answeredAt(logout));
    if (!stray || bodySeen(logout) !== "object") return null;
    return explain("/logout", readingInWords(stray), stray, null);
  },
};
