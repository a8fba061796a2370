/** The file lacks what the program needs to detect reuse, or what it has detected. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { findInSource, firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import { callsFunction } from "../../../src/check/source/calls.ts";
import { functionAt } from "../../../src/check/source/handlers.ts";
import { within } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { calledName, child, findAll, list, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import type { Place } from "../../../src/check/transcript.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { doneBeforeNothing, doneInBranch } from "../../../src/course/before-refusal.ts";
import { codeOf } from "../../../src/course/token-code.ts";
import { changesIn, storesIn, whatWasLost, writesIn } from "./restarts.ts";

/** What the route did before it called the function that refuses, in the branch of that call; null: no such call. */
function endBeforeCall(source: Source, refusal: Place | null): Place | null {
  const around = refusal ? functionAt(source, refusal) : null;
  const calls = within(
    codeOf(source, "/token"),
    (node) => around !== null && callsFunction(source, node, around.node),
  );
  return firstPlace(...calls.map((call) => doneInBranch(source, placeOfFound(call))));
}

/** The last change of the store before the refusal; where there is none, the refusal. */
function placeOfEnd({ source, transcript }: Evidence): Place | null {
  const refusal = answeredAt(exchangeOf(transcript, "reuse-cut"));
  const beforeCall = endBeforeCall(source, refusal);
  if (beforeCall) return beforeCall;
  const before = changesIn(source, "/token")
    .map(placeOfFound)
    .filter(({ file, line }) => file === refusal?.file && line < refusal.line);
  return (
    before.toSorted((a, b) => a.line - b.line).at(-1) ??
    firstPlace(doneBeforeNothing(source, refusal)) ??
    refusal
  );
}

/** What people call the tokens that have ended. */
const OLD = /used|spent|old|retired|dead|grave|revoked|seen|replaced|previous|history|chain/i;

/**
 * Where what is known of old tokens stays out of the file: the pattern or `delete` that leaves it out of what is written;
 * else the Map, Set or list of its own that nobody writes.
 */
function placeOfMemory({ source }: Evidence): Place | null {
  const writers = writesIn(source).flatMap(
    ({ file, node }) => functionAt(source, placeOfFound({ file, node })) ?? [],
  );
  const isOld = (node: Node | null) => OLD.test(nameOf(node) ?? "");
  const [leftOut] = within(writers, (node, ancestors) => {
    if (node.type === "UnaryExpression") return isOld(child(node, "argument"));
    const pattern = ancestors.at(-1);
    const hasRest =
      pattern?.type === "ObjectPattern" &&
      list(pattern, "properties").some(({ type }) => type === "RestElement");
    return node.type === "Property" && hasRest && isOld(child(node, "key"));
  });
  // A class may say itself what is written of its objects.
  const [ownJson] = findInSource(source, (node) => node.type === "ClassBody").flatMap(({ file, node }) => {
    const members = list(node, "body");
    const method = members.find((one) => nameOf(child(one, "key")) === "toJSON");
    const names = method ? new Set(findAll(method, () => true).map(nameOf)) : null;
    const lacks = members.some(
      (one) =>
        one.type === "PropertyDefinition" &&
        isOld(child(one, "key")) &&
        !names?.has(nameOf(child(one, "key"))),
    );
    const [result] = method ? findAll(method, ({ type }) => type === "ReturnStatement") : [];
    return method && lacks ? [{ file, node: result ?? method }] : [];
  });
  if (ownJson) return placeOfFound(ownJson);
  const written = new Set(within(writers, () => true).flatMap(({ node }) => nameOf(node) ?? []));
  const [store] = storesIn(source).filter(({ node }) => {
    const name = nameOf(child(node, "id") ?? child(node, "key")) ?? "";
    return OLD.test(name) && !written.has(name);
  });
  // What is written is put together by name, and this one is not among the names.
  const [parts] = store
    ? within(writers, (node, ancestors) => {
        const isWritten = ancestors.some((one) => calledName(one) === "stringify");
        return isWritten && node.type === "ObjectExpression" && list(node, "properties").length > 0;
      })
    : [];
  return firstPlace(leftOut, parts, store);
}

export const reuseNotSaved: Mistake = {
  id: "reuse-not-saved",
  find(evidence) {
    const lost = whatWasLost(evidence);
    if (lost !== "detection" && lost !== "reuse") return null;
    if (lost === "detection") {
      return {
        title: "After a restart, reuse is no longer detected",
        why: "Ada renewed, the power failed, and after the next start mallory sent ada's old token. It was refused, but ada's login did not end: the app no longer knew that this token had been good once, so it took it for an unknown one.",
        fix: "Save the tokens that have ended as well, or their hashes: at the next start, they are what tells reuse from a guess.",
        place: placeOfMemory(evidence) ?? answeredAt(exchangeOf(evidence.transcript, "old-after-cut")),
      };
    }
    return {
      title: "A login that reuse has ended is back after a restart",
      why: "Mallory sent a token of grace's that had ended, so the app ended the login for both; in that moment the power failed. After the next start, grace's newest token, which mallory may hold as well, renews again: that the login had ended was not saved.",
      fix: "Save when you end a login because of reuse, before you answer the refusal.",
      place: placeOfEnd(evidence),
    };
  },
};
