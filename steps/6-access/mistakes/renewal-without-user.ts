/** The access token that a renewal gives has no name in it, or is not one. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { declarationBehind, fieldsAnswered } from "../../../src/check/source/making.ts";
import { isOwnAnswer } from "../../../src/course/mistakes/pattern.ts";
import { isLetIn, usernameIn } from "./asking.ts";

export const renewalWithoutUser: Mistake = {
  id: "renewal-without-user",
  find(evidence) {
    const { transcript, source } = evidence;
    const label = isAbout(evidence, "me-answers-renewed")
      ? "me-after-renewal"
      : isAbout(evidence, "access-renewed")
        ? "me-renewed-after-61-minutes"
        : null;
    const exchange = label === null ? null : exchangeOf(transcript, label);
    if (!exchange || !isOwnAnswer(evidence, exchange)) return null;
    if (!isLetIn(exchangeOf(transcript, "me-ada"))) return null;
    const status = exchange.response?.status ?? 0;
    const letIn = isLetIn(exchange);
    const name = usernameIn(exchange);
    if (letIn && name !== undefined && name !== null && name !== "") return null;
    if (!letIn && status >= 500) return null;
    const [field] = fieldsAnswered(source, "POST", "/token", "accessToken");
    return {
      title: "The access token of a renewal says nothing about whose it is",
      why: letIn
        ? "Ada renewed, and asked GET /me with the new access token: the answer has no username. The request to /token brings a refresh token and no name, so the store has to remember whose it is."
        : "Ada renewed, and GET /me refuses the access token that she got: it is another kind than the one that login gives out, or it names nobody.",
      fix: "Let the store remember for each refresh token whose it is, and make the new access token as login does, for that person.",
      place:
        firstPlace(field && declarationBehind(source, field), field) ??
        answeredAt(exchangeOf(transcript, "renew")),
    };
  },
};
