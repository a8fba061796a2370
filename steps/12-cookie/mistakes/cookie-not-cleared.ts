/** After a logout, the browser still holds the cookie. */

import { isSentTo, readSetCookie } from "../../../src/check/cookies.ts";
import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, faultsOf } from "../../../src/check/diagnosis/read-evidence.ts";
import type { Cookie } from "../../../src/check/scenario.ts";
import type { Exchange } from "../../../src/check/transcript.ts";
import { before, lastGiven, nameOfRefreshCookie, withoutValue } from "../refresh-cookie.ts";
import { placeOfClearing } from "./cookies-in-source.ts";

/** Why the cookie that a logout sets does not replace the one that the browser holds. */
function whyItStays({ request, response }: Exchange, held: Cookie): string {
  const lines = response?.setCookies ?? [];
  if (lines.length === 0) return "The answer to the logout sets no cookie, so the browser keeps the old one.";
  const [line = ""] = lines.filter((one) => one.startsWith(`${held.name}=`));
  if (line === "") {
    const names = lines.map((one) => one.replace(/=.*/s, "")).join(", ");
    return `The answer to the logout clears ${names}, and the login has set ${held.name}: another name is another cookie.`;
  }
  const read = readSetCookie(line, request.path, 0);
  if ("dropped" in read) {
    return `The answer to the logout says Set-Cookie: ${withoutValue(line)}. A browser drops that, because ${read.dropped}; so it keeps the old one.`;
  }
  const { cookie } = read;
  if (cookie.path !== held.path) {
    return `The answer to the logout clears ${held.name} for Path=${cookie.path}, and the login has set it for Path=${held.path}: another path is another cookie.`;
  }
  if (cookie.domain !== held.domain) {
    return `The answer to the logout clears ${held.name} for ${cookie.domain || "this host alone"}, and the login has set it for ${held.domain || "this host alone"}: another domain is another cookie.`;
  }
  return `The answer to the logout says Set-Cookie: ${withoutValue(line)}, and that neither empties nor ends the cookie.`;
}

export const cookieNotCleared: Mistake = {
  id: "cookie-not-cleared",
  find({ failure, exchange, transcript, source }) {
    if (failure.check.id !== "cookie-cleared" || !exchange?.response || faultsOf(exchange).length > 0)
      return null;
    const held = lastGiven(before(transcript, exchange), nameOfRefreshCookie(transcript));
    if (!held) return null;
    const several = isSentTo(held, "/token") && !isSentTo(held, "/logout") ? " at each of its paths" : "";
    return {
      title: "After a logout, the browser still holds the cookie",
      why: whyItStays(exchange, held),
      fix: `Clear it with the same name, path, domain and flags as you set it with${several}; only its age is left out.`,
      place: placeOfClearing(source) ?? answeredAt(exchange),
    };
  },
};
