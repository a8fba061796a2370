/** POST /token refuses the tokens that it knows, and accepts others. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, refused } from "../../../src/check/diagnosis/read-evidence.ts";
import { handlersOf, placeOfFound } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/handlers.ts";
import { child, findAll, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { accepted, isAboutToken, renewalsOf } from "./renewals.ts";

/** Where POST /token uses an index like true or false. */
function indexAsTruth({ source }: Evidence): Found | null {
  const [found] = handlersOf(source, "POST", "/token").flatMap(({ file, node }) =>
    findAll(node, (inner, ancestors) => {
      const callee = inner.type === "CallExpression" ? child(inner, "callee") : null;
      const around = ancestors.at(-1);
      const asTruth =
        (around !== undefined && Reflect.get(around, "operator") === "!") ||
        (around !== undefined && child(around, "test") === inner);
      return asTruth && ["indexOf", "findIndex"].includes(nameOf(callee) ?? "");
    }).map((inner) => ({ file, node: inner })),
  );
  return found ?? null;
}

/** Whether a node sends an answer. */
function answers(node: Node): boolean {
  const callee = node.type === "CallExpression" ? child(node, "callee") : null;
  return ["json", "send", "sendStatus", "status", "end"].includes(nameOf(callee) ?? "");
}

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
      asks.find(({ node }) => findAll(node, answers).length > 0) ??
      asks[0];
    const index = indexAsTruth(evidence);
    if (index) {
      return {
        title: "An index is taken for yes or no",
        why: "indexOf and findIndex give a place in the list: 0 for the first, which counts as false, and -1 for what is not there, which counts as true. So an unknown token gets in, and the one that login gave out does not.",
        fix: "Compare the index with -1, or ask with includes or some, which say true or false.",
        place: placeOfFound(index),
      };
    }
    return {
      title: "The condition is the wrong way round",
      why: "An unknown token gets a new access token, and the one that login gave out is refused. The check is there, but its two branches are swapped.",
      fix: "Say the condition out loud: when is the answer 403? Then turn it round, or swap the branches.",
      place: about ? placeOfFound(about) : answeredAt(unknown ?? beforeLogin),
    };
  },
};
