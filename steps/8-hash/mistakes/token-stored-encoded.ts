/** The store holds a refresh token in a form that can be turned back. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { within } from "../../../src/check/source/making.ts";
import { calledName, child, findAll, nameOf, stringOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { codeOf } from "../../../src/course/token-code.ts";
import { burgledIn, placeOfFind, textInShort, whereInWords } from "../burgled.ts";

const FORMS = { base64: "base64", hex: "hex", url: "URL encoding", reversed: "reversed order" };

/** Whether a call writes a text in another form that needs no key to be turned back. */
function isEncoding(node: Node): boolean {
  const name = calledName(node);
  if (name === "btoa" || name === "encodeURIComponent" || name === "reverse" || name === "toReversed")
    return true;
  const callee = child(node, "callee");
  const isBuffer = nameOf(callee ? child(callee, "object") : null) === "Buffer";
  return name === "from" && isBuffer && findAll(node, (one) => stringOf(one) === "utf-16").length === 0;
}

export const tokenStoredEncoded: Mistake = {
  id: "token-stored-encoded",
  find(evidence) {
    const found = burgledIn(evidence.transcript);
    if (!isAbout(evidence, "store-opens-nothing") || !found) return null;
    const { form, person } = found;
    if (form === "plain" || form === "two fields" || form === "part of a digest") return null;
    const calls = within(
      [...codeOf(evidence.source, "/login"), ...codeOf(evidence.source, "/token")],
      isEncoding,
    );
    return {
      title: "A copy of the store can be turned back into tokens",
      why: `${person} logged in; then mallory got a copy of what the program remembers and of its files. ${whereInWords(found)} lay ${textInShort(found)}: that is ${person}'s refresh token in ${FORMS[form]}, and turning it back takes one call. An encoding hides nothing; a hash cannot be turned back.`,
      fix: "Keep a hash of the token (SHA-256) in the place of the encoded token, and hash what comes in before you look for it.",
      place: firstPlace(...calls) ?? placeOfFind(evidence.source, found),
    };
  },
};
