/** Tokens are signed with a key that is new at each start. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { findInSource, firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { callsFunction } from "../../../src/check/source/calls.ts";
import { functionAt } from "../../../src/check/source/handlers.ts";
import { functionsOf, makingOf, within } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { functionsAtStart } from "../../../src/check/source/started.ts";
import { calledName, child, isFunction, list, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import type { Transcript } from "../../../src/check/transcript.ts";
import { isGood, isRefused } from "../../../src/course/sessions.ts";
import { accessTokenIn, refreshTokenIn } from "../../../src/course/tokens-given.ts";
import { filesOf, whatWasLost } from "./restarts.ts";

const MAKES_KEY =
  /^(?:randomBytes|randomUUID|generateKey|generateKeyPair|generateSecret|getRandomValues|randomFillSync)(?:Sync)?$/;

function makesKey(node: Node): boolean {
  const name = node.type === "CallExpression" ? nameOf(child(node, "callee")) : null;
  return name !== null && MAKES_KEY.test(name);
}

/** Where something random is made at each start: outside of all functions, else in a function that is called there. */
function keyMadeAtStart(source: Source): Found[] {
  const outside = findInSource(source, (node, ancestors) => makesKey(node) && !ancestors.some(isFunction));
  if (outside.length > 0) return outside;
  const atRequests = ["/login", "/token"].flatMap((path) => functionsOf(source, "POST", path));
  const atStart = functionsAtStart(source).filter(({ node }) => !atRequests.some((one) => one.node === node));
  return within(atStart, makesKey);
}

/** The only call of a function of the program that makes a pair of keys: return generate(). */
function callThatMakesKey(source: Source): Found | null {
  const makers = findInSource(source, (node) => (calledName(node) ?? "").startsWith("generateKey")).flatMap(
    (one) => functionAt(source, placeOfFound(one)) ?? [],
  );
  const calls = findInSource(source, (node) => makers.some((one) => callsFunction(source, node, one.node)));
  return calls.length === 1 ? (calls[0] ?? null) : null;
}

/** Whether a key of createHmac is made at each start. */
function hashesWithNewKey(source: Source): boolean {
  const keys = findInSource(source, (node) => calledName(node) === "createHmac").flatMap(({ file, node }) => {
    const key = list(node, "arguments")[1];
    return key ? [{ file, node: key }] : [];
  });
  const atStart = keyMadeAtStart(source).map(({ node }) => node);
  return keys.some((key) =>
    within(makingOf(source, [key]), makesKey).some(({ node }) => atStart.includes(node)),
  );
}

/** Whether a token is a signed or encrypted JWT (RFC 7519): three or five parts, and the first one is JSON. */
function isSigned(token: string | null): boolean {
  const parts = (token ?? "").split(".");
  if (parts.length !== 3 && parts.length !== 5) return false;
  return Buffer.from(parts[0] ?? "", "base64url")
    .toString()
    .startsWith("{");
}

/** The tokens of the login at whose answer the power failed. */
function tokensOf(transcript: Transcript) {
  const login = exchangeOf(transcript, "login-cut");
  const access = login && accessTokenIn(login);
  const refresh = login && refreshTokenIn(login)?.replace(/^s(?::|%3A)/i, "");
  return { access: isSigned(access), refresh: isSigned(refresh ?? null) };
}

export const keyChangesOnRestart: Mistake = {
  id: "key-changes-on-restart",
  find(evidence) {
    const { transcript, source } = evidence;
    const lost = whatWasLost(evidence);
    if (lost !== "access" && lost !== "login") return null;
    const signed = tokensOf(transcript);
    const made = keyMadeAtStart(source);
    const [first] = made;
    // The refresh token still works and the signed access token does not, so the key must have changed.
    const accessOnly =
      lost === "access" && signed.access && !isRefused(exchangeOf(transcript, "renew-after-cut"));
    // Hashes with a key are found again only by the same key.
    const hashed = !signed.refresh && hashesWithNewKey(source);
    const refreshToo =
      lost === "login" &&
      (signed.refresh || hashed) &&
      first !== undefined &&
      filesOf(evidence).some(({ atEnd }) => atEnd > 0);
    if (!accessOnly && !refreshToo) return null;
    const which = accessOnly ? "access token" : "refresh token";
    const accessGood = isGood(exchangeOf(transcript, "me-after-cut"));
    return {
      title: "The key is another one after each start",
      why: `Ada logged in, the power failed, and the app was started again. Her ${which} was refused then${refreshToo && accessGood ? ", though her access token was still good" : ""}: ${refreshToo && hashed ? "the store keeps its hash, made with a key that is another one after each start, so it is not found again" : "it is signed with a key that is made again at each start, so signatures from before the start no longer fit"}.`,
      fix: "Take the key from the environment, which is the same at each start; or write it to a file once, and read it from there at every later start.",
      place: first ? placeOfFound(first) : firstPlace(callThatMakesKey(source)),
    };
  },
};
