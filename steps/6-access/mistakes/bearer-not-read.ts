/** GET /me reads the access token from another place than "Authorization: Bearer …". */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, experimentOf, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import { within } from "../../../src/check/source/making.ts";
import { calledName, child, findAll, list, nameOf, stringOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { isGood } from "../../../src/course/sessions.ts";
import { ME_PLACES } from "../places.ts";
import { functionsOfMe, headersRead, isLetIn } from "./asking.ts";

/** The name of the header that is read from req.headers: by a member, or taken out of it. */
function keyRead(node: Node): string | null {
  if (node.type === "MemberExpression") return nameOf(node);
  const [property] = list(child(node, "id") ?? node, "properties");
  return property ? nameOf(child(property, "key")) : null;
}

/** Whether a node is the word Bearer, to compare with, in other letters than the client sends. */
function isOtherBearer(node: Node, ancestors: readonly Node[]): boolean {
  const text = stringOf(node);
  const around = ancestors.at(-1);
  const compares =
    /^(startsWith|split|indexOf|replace|includes)$/.test(calledName(around ?? node) ?? "") ||
    around?.type === "BinaryExpression";
  // A text that is made small first may be compared with small letters.
  const isMadeSmall = ancestors.some(
    (one) => findAll(one, (inner) => calledName(inner) === "toLowerCase").length > 0,
  );
  return text !== null && /^bearer\b/i.test(text) && !text.startsWith("Bearer") && compares && !isMadeSmall;
}

export const bearerNotRead: Mistake = {
  id: "bearer-not-read",
  find(evidence) {
    const { exchange } = evidence;
    if (!isAbout(evidence, "me-answers", "me-answers-others") || isLetIn(exchange)) return null;
    const [capital, ...others] = headersRead(evidence);
    // Many ask for both spellings, to be sure.
    if (
      capital &&
      others.length === 0 &&
      /^(Authorization|AUTHORIZATION)$/.test(keyRead(capital.node) ?? "")
    ) {
      return {
        title: "The header is looked for under a name with a capital letter",
        why: `Node writes the names of headers in small letters, however the client wrote them: req.headers has authorization, and no ${keyRead(capital.node) ?? ""}. So what this line reads is undefined.`,
        fix: "Write the name in small letters; or use req.get, which takes both.",
        place: placeOfFound(capital),
      };
    }
    const code = functionsOfMe(evidence.source);
    const asksRightly = within(code, (node) => stringOf(node)?.startsWith("Bearer") ?? false).length > 0;
    const [word] = asksRightly ? [] : within(code, isOtherBearer);
    if (word) {
      return {
        title: "The word Bearer is spelled in another way",
        why: `The client sends "Authorization: Bearer …", with a capital B. This line looks for ${JSON.stringify(stringOf(word.node))}, and capital and small letters are different texts for it.`,
        fix: "Compare with Bearer; or make both small before you compare, because the word may come in either way (RFC 9110 §11.1).",
        place: placeOfFound(word),
      };
    }
    const works = ME_PLACES.find(({ name }) => isGood(experimentOf(evidence, `me-by-${name}`)));
    if (!works) return null;
    return {
      title: "GET /me looks for the access token in another place",
      why: `The client sends the header Authorization with the word Bearer, a space and the token (RFC 6750 §2.1). Your app finds the token when it comes as ${works.words}.`,
      fix: "Read the header authorization, and take what stands behind the word Bearer and the space.",
      place: firstPlace(headersRead(evidence)[0]) ?? answeredAt(exchange),
    };
  },
};
