/** The access token has no end, or the program does not check it. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { makingOfToken, resultsOf, within } from "../../../src/check/source/making.ts";
import { isPartOf } from "../../../src/check/source/syntax.ts";
import { storingsOf } from "../../../src/course/mistakes/pattern.ts";
import { isIssuing, isSigning } from "../../5-random/mistakes/guesses.ts";
import { accessJwt, callsForMe, functionsOfMe } from "./asking.ts";
import { numberOf } from "../../../src/check/jwt.ts";
import { livesTooLong } from "./access-lifetime.ts";

export const accessNeverEnds: Mistake = {
  id: "access-never-ends",
  find(evidence) {
    const { source, transcript } = evidence;
    const life = livesTooLong(evidence);
    if (life?.ended !== null) return null;
    const jwt = accessJwt(evidence);
    const exp = numberOf(jwt, "exp");
    const making = makingOfToken(source, "accessToken");
    const issued = within(making, isIssuing)[0] ?? within(making, isSigning)[0];
    const [decode] = callsForMe(evidence, "decode", "decodeJwt", "verify", "jwtVerify");
    const [parse] = callsForMe(evidence, "parse");
    const reader = functionsOfMe(source).find(
      ({ node }) => parse && isPartOf(parse.node, node) && resultsOf({ file: parse.file, node }).length > 0,
    );
    const reads = reader ? resultsOf(reader).at(-1) : undefined;
    const place = jwt
      ? exp === null
        ? firstPlace(issued)
        : firstPlace(decode, reads, parse)
      : firstPlace(storingsOf(source, "access")[0]);
    return {
      title: "The access token never ends",
      why: `Years after ada's login, her access token still opens GET /me. ${exp === null ? "Nothing in it or beside it says when it ends" : "It says in exp when it ends, and nobody compares that with the time"}, so whoever gets hold of it once, in a log or in a copy, has it forever.`,
      fix:
        exp === null
          ? "Give it an end some minutes after it was made."
          : "Refuse a token whose exp lies in the past; a library's verify does so by itself.",
      place: place ?? answeredAt(exchangeOf(transcript, "login")),
    };
  },
};
