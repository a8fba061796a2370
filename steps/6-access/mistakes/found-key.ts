/** Answers what the rules ask about the key that was found offline. */

import type { Evidence } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { secretsRead } from "../../../src/check/source/environment.ts";
import { SECRET_NAMES } from "../../../src/check/runner/secrets.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { functionsCalled } from "../../../src/check/source/calls.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { makingOfToken, within } from "../../../src/check/source/making.ts";
import { findAll } from "../../../src/check/source/syntax.ts";
import type { Discovery, Place } from "../../../src/check/transcript.ts";
import { isSigning } from "../../5-random/mistakes/guesses.ts";
import { COMMON_SECRETS } from "../common-secrets.ts";
import { isLetIn } from "./asking.ts";

/** The key with which a forged token was accepted; null where the failed check is about something else. */
export function foundKey(evidence: Evidence): Extract<Discovery, { kind: "key" }> | null {
  const { transcript } = evidence;
  if (!isAbout(evidence, "access-key-secret") || !isLetIn(exchangeOf(transcript, "forged-with-key")))
    return null;
  const found = transcript.discoveries.find(({ kind }) => kind === "key");
  return found?.kind === "key" ? found : null;
}

/** Whether a key only comes from a variable that is not set. */
export function isUnset(key: string): boolean {
  return ["", "undefined", "null"].includes(key);
}

export function isCommon(key: string): boolean {
  return isUnset(key) || COMMON_SECRETS.includes(key);
}

/** Where the key stands: its text, the variable that is not set, or else the call that signs. */
export function placeOfKey({ source }: Evidence, key: Extract<Discovery, { kind: "key" }>): Place | null {
  const unset = secretsRead(source).find(({ name }) => !SECRET_NAMES.some((set) => set === name));
  const signings = within(makingOfToken(source, "accessToken"), isSigning);
  // A function `sign` of the program calls the library's; the key is told there.
  const isOwn = ({ node }: Found) =>
    functionsCalled(source, node).some((one) => findAll(one.node, (inner) => inner === node).length === 0);
  const signing = signings.find((one) => !isOwn(one)) ?? signings[0];
  return (isUnset(key.key) ? firstPlace(unset) : null) ?? key.place ?? firstPlace(signing);
}

/** A key with only its first letters shown. */
export function masked(key: string): string {
  return key.length <= 4 ? `${key.slice(0, 1)}…` : `${key.slice(0, 3)}…`;
}
