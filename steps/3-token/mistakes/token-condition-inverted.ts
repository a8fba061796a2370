import type { Mistake } from "../../../src/diagnosis/mistake.ts";
import { answeredAt, refused } from "../../../src/diagnosis/reading.ts";
import { handlersOf, placeOfFound } from "../../../src/source/handlers.ts";
import { findAll, nameOf } from "../../../src/source/syntax.ts";
import { accepted, isAboutToken, renewalsOf } from "./reading.ts";

/** It refuses the tokens it knows and accepts those it does not. */
export const tokenConditionInverted: Mistake = {
  id: "token-condition-inverted",
  find(evidence) {
    const { beforeLogin, unknown, known } = renewalsOf(evidence);
    if (!isAboutToken(evidence) || !accepted(unknown) || accepted(known)) return null;
    if (!refused(known) && known?.response?.status !== 200) return null;
    const asks = handlersOf(evidence.source, "POST", "/token").flatMap(({ file, node }) =>
      findAll(
        node,
        ({ type }) =>
          type === "IfStatement" || type === "ConditionalExpression" || type === "SwitchStatement",
      ).map((one) => ({ file, node: one })),
    );
    const about =
      asks.find(({ node }) => findAll(node, (inner) => nameOf(inner) === "refreshTokens").length > 0) ??
      asks[0];
    return {
      title: "The condition is the wrong way round",
      why: "An unknown token gets a new access token, and the one that login gave out is refused. The check is there, but its two branches are swapped.",
      fix: "Say the condition out loud: when is the answer 403? Then turn it round, or swap the branches.",
      place: about ? placeOfFound(about) : answeredAt(unknown ?? beforeLogin),
    };
  },
};
