/** Logout looks for the token in another place than the body's refreshToken. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { bodySeen, experimentOf, faultsOf } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf, tokensOf } from "../../../src/check/judge/read-transcript.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import { readingsOf } from "../../../src/check/source/readings.ts";
import { explain, readingInWords, strayReading } from "../../../src/course/stray-reading.ts";
import { PLACES } from "../../../src/course/places.ts";
import { isAboutLogout } from "./logouts.ts";

export const logoutReadsWrongPlace: Mistake = {
  id: "logout-reads-wrong-place",
  find(evidence) {
    if (!isAboutLogout(evidence)) return null;
    const { transcript, source } = evidence;
    const logout = exchangeOf(transcript, "logout");
    const byPath = transcript.layers.find(
      ({ role, path }) => role === "route" && /^\/logout\/(:|\*|\{)/.test(path),
    );
    const readings = readingsOf(handlersOf(source, "POST", "/logout"));
    const fromPath = readings.some(({ part }) => part === "params");
    if (byPath && fromPath && logout?.response?.status === 404)
      return explain("/logout", `the path (${byPath.path})`, null, byPath.place);
    if (!logout || !(tokensOf(logout.store) ?? []).includes("refresh123")) return null;
    const stray = strayReading(source, readings);
    if (readings.length > 0 && !stray) return null;
    const copies = (label: string) => {
      const exchange = experimentOf(evidence, label);
      const tokens = exchange && tokensOf(exchange.store);
      return tokens ? tokens.filter((token) => token === "refresh123").length : null;
    };
    const fewer = (before: number | null, after: number | null) =>
      before !== null && after !== null && after < before;
    // The token is removed when it comes from there, but not when it is sent as it should be.
    const works = PLACES.find(({ name }) => {
      const [logged, before, after] = [`login-by-${name}`, `before-by-${name}`, `logout-by-${name}`].map(
        copies,
      );
      return !fewer(logged ?? null, before ?? null) && fewer(before ?? null, after ?? null);
    });
    if (works)
      return explain(
        "/logout",
        works.words,
        stray,
        logout.events.find((event) => event.kind === "answered")?.place ?? null,
      );
    // A handler that throws on what it took has another mistake first.
    if (faultsOf(logout).length > 0) return null;
    if (!stray || (stray.part === "body" && stray.key !== null && bodySeen(logout) !== "object")) return null;
    return explain("/logout", readingInWords(stray), stray, null);
  },
};
