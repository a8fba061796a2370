/** Only a part of the token is hashed, or only a part of the hash is kept. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { findInSource, firstPlace } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { within } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { calledName, child, findAll, list, nameOf, receiverOf } from "../../../src/check/source/syntax.ts";
import { numberOf } from "../../../src/check/source/values.ts";
import { codeOf, hashFunctions, hashingTest } from "../../../src/course/token-code.ts";
import { refreshTokenIn } from "../../../src/course/tokens-given.ts";
import { wentWell } from "../../../src/course/turned-away.ts";
import { burgledIn, partOfDigestIn, textInShort } from "../burgled.ts";

/**
 * Requests with a token that is changed far from its beginning. If one renews, the program has not looked at all of the
 * token.
 */
const CHANGED_LATE = ["renew-late-changed", "renew-middle-changed", "renew-prefix"];
/** Checks that send a token whose end the program was told of. */
const ENDED = ["logout-forgets-token", "rotation-logout", "rotation-old-refused", "reuse-refused"];
const CUTS = /^(slice|substring|substr|subarray|readU?Int\w*|readBigU?Int\w*|write|copy|truncate)$/;
const BCRYPT = /^(hash|hashSync|compare|compareSync)$/;

/** Where a token or its hash loses a part. */
function cutsIn({ source }: Evidence): Found[] {
  const hashing = hashFunctions(source);
  const inHash = within(hashing, (node) => CUTS.test(calledName(node) ?? ""));
  const code = [...codeOf(source, "/login"), ...codeOf(source, "/token")];
  const bcrypt = within(code, (node) => {
    const callee = child(node, "callee");
    return (
      BCRYPT.test(calledName(node) ?? "") &&
      /bcrypt/i.test(nameOf(callee ? child(callee, "object") : null) ?? "")
    );
  });
  const beforeHash = charactersHashed(source)?.cut;
  const elsewhere = within(code, (node) => CUTS.test(calledName(node) ?? ""));
  return [...inHash, ...bcrypt, ...(beforeHash ? [beforeHash] : []), ...elsewhere, ...hashing];
}

/** How many characters of a token go into the hash, where the source says so: what is cut off before it is hashed. */
function charactersHashed(source: Source): { count: number; cut: Found } | null {
  const isHash = hashingTest(source);
  const calls = [...codeOf(source, "/login"), ...codeOf(source, "/token")];
  // What is written into a block stops at its end (https://nodejs.org/api/buffer.html#bufwritestring-offset-length-encoding).
  const [only, ...others] = findInSource(source, (node) => /^alloc(Unsafe)?$/.test(calledName(node) ?? ""));
  const block =
    only && others.length === 0 ? numberOf(source, list(only.node, "arguments")[0] ?? null) : null;
  const hashed = [...hashFunctions(source), ...within(calls, isHash)];
  for (const cut of within(hashed, (node) => CUTS.test(calledName(node) ?? ""))) {
    const receiver = receiverOf(cut.node);
    // A digest that is cut is another story.
    if (!receiver || findAll(receiver, isHash).length > 0) continue;
    const [from, to] = list(cut.node, "arguments").map((node) => numberOf(source, node));
    if (from === 0 && typeof to === "number" && to > 0) return { count: to, cut };
    const isWhole = list(cut.node, "arguments").length === 1;
    if (calledName(cut.node) === "write" && isWhole && block !== null) return { count: block, cut };
  }
  return null;
}

/**
 * The request of the failure sends a token that begins like another one which was given out, as far as the program hashes
 * them; null where it does not.
 */
function twinOfToken({ exchange, source, transcript }: Evidence): { count: number; cut: Found } | null {
  const hashed = charactersHashed(source);
  if (!exchange || !hashed) return null;
  const given = transcript.exchanges.flatMap((one) => refreshTokenIn(one) ?? []);
  const sent = `${exchange.request.body ?? ""} ${exchange.request.headers["cookie"] ?? ""}`;
  const token = given.find((one) => sent.includes(one));
  const start = token?.slice(0, hashed.count);
  const hasTwin = given.some((one) => one !== token && one.slice(0, hashed.count) === start);
  return token !== undefined && hasTwin ? hashed : null;
}

function whyOf(evidence: Evidence): string | null {
  const { failure, exchange, transcript } = evidence;
  const part = partOfDigestIn(transcript);
  if (isAbout(evidence, "whole-hash-kept") && part) {
    return `${part.person} logged in, and the store keeps ${textInShort(part)} of the token's hash, which is longer. With so few characters, mallory finds another text with the same beginning by trying, and it is taken for the token.`;
  }
  if (isAbout(evidence, "whole-token-compared") && wentWell(evidence, failure.check.exchange ?? "")) {
    return "alan logged in and out, and logged in again. Then the token of his first login was sent, and it renewed: the two tokens differ, but only behind the part that the hash looks at. bcrypt, for one, looks at 72 bytes, and signed tokens of one person begin alike.";
  }
  const label = exchange?.label ?? "";
  if (isAbout(evidence, "unknown-refused") && CHANGED_LATE.includes(label) && wentWell(evidence, label)) {
    const what = label === "renew-prefix" ? "without its last four characters" : "with one character changed";
    return `alan logged in; mallory sent his refresh token ${what}, and got new tokens. The hash looks only at the beginning of the token, so everything that begins alike is one and the same to it.`;
  }
  const twin = isAbout(evidence, ...ENDED) && wentWell(evidence, label) ? twinOfToken(evidence) : null;
  return (
    twin &&
    `The token that renewed should be refused. Only its first ${twin.count} characters are hashed, and another token that the program gave out begins with the same ${twin.count}: to the store the two are one and the same.`
  );
}

export const hashCutOff: Mistake = {
  id: "hash-cut-off",
  find(evidence) {
    // A token that is kept as it is was not hashed at all.
    if (burgledIn(evidence.transcript) || hashFunctions(evidence.source).length === 0) return null;
    const why = whyOf(evidence);
    return why === null
      ? null
      : {
          title: "Only a part of the token counts",
          why,
          fix: "Hash the whole token, and keep the whole hash: SHA-256 takes texts of any length and is fast enough to be computed with each request.",
          place: firstPlace(...cutsIn(evidence)),
        };
  },
};
