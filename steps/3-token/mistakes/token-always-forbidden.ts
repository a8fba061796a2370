import type { Mistake } from "../../../src/diagnosis/mistake.ts";
import { answeredAt, refused } from "../../../src/diagnosis/reading.ts";
import { handlersOf, placeOfFound } from "../../../src/source/handlers.ts";
import { findAll } from "../../../src/source/syntax.ts";
import { isAboutToken, lookupIn, renewalsOf } from "./reading.ts";

/** It refuses every token, and none of the other mistakes explains it. */
export const tokenAlwaysForbidden: Mistake = {
  id: "token-always-forbidden",
  find(evidence) {
    const { known } = renewalsOf(evidence);
    if (
      !isAboutToken(evidence) ||
      evidence.failure.check.id !== "token-renews" ||
      known?.response?.status === 404
    )
      return null;
    if (!refused(known) && !/forbidden/i.test(known?.response?.body ?? "")) return null;
    const asks = handlersOf(evidence.source, "POST", "/token").flatMap(({ file, node }) =>
      findAll(node, ({ type }) => type === "IfStatement" || type === "ConditionalExpression").map((one) => ({
        file,
        node: one,
      })),
    );
    const about = lookupIn(evidence) ?? asks[0];
    return {
      title: "POST /token refuses every token",
      why: '"refresh123" is in refreshTokens, the client sends it, and the answer is still a refusal. So whatever the answer is decided by, it is not whether refreshTokens holds the token.',
      fix: "Print what you compare with what, with console.log, just before the condition: the token that came, and refreshTokens.",
      place: about ? placeOfFound(about) : answeredAt(known),
    };
  },
};
