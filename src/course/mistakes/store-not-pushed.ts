/** A login adds nothing to any store. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { exchangeOf } from "../../check/judge/read-transcript.ts";
import { isAbout, routeFor } from "../../check/diagnosis/read-evidence.ts";
import { firstPlace } from "../../check/source/found.ts";
import { isRefused } from "../sessions.ts";
import { isOwnAnswer, storingsOf } from "./pattern.ts";
import { whatLoginAdded } from "./what-login-added.ts";

export const storeNotPushed: Mistake = {
  id: "store-not-pushed",
  find(evidence) {
    const { transcript, source } = evidence;
    const known = exchangeOf(transcript, "renew");
    if (!isAbout(evidence, "token-renews", "token-renews-others") || !isRefused(known)) return null;
    const added = whatLoginAdded(evidence);
    if (!isOwnAnswer(evidence, known) || added?.texts.length !== 0) return null;
    const [storing] = storingsOf(source, "refresh");
    const login = exchangeOf(transcript, "login");
    return {
      title: "Login keeps nothing",
      why: "After a login, nothing that your handlers can reach holds the token. It was sent to ada and forgotten, so it is refused when she comes back with it.",
      fix: storing
        ? "Look at what this line does: what it stores has to be there for the next request, outside the handler."
        : "In the login handler, before the answer, put the refresh token into your store.",
      place: firstPlace(storing) ?? (login && (routeFor(transcript, login.request)?.place ?? null)),
    };
  },
};
