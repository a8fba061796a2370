/** Step 8: a copy of the store does not help a thief. */

import { withToken } from "../../src/check/credential.ts";
import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { Check } from "../../src/check/judge/check.ts";
import { post } from "../../src/check/requests.ts";
import type { Mistake } from "../../src/check/diagnosis/mistake.ts";
import type { Scenario } from "../../src/check/scenario.ts";
import type { Step } from "../../src/check/step.ts";
import { allRefused } from "../../src/course/sessions.ts";
import { moving } from "../../src/course/worlds.ts";
import { step as expiryStep } from "../7-expiry/step.ts";
import { tokensIn, worthTrying } from "./burglary.ts";
import { burgledIn, openedIn, partOfDigestIn, textInShort, wasBurgled } from "./burgled.ts";
import { hashCutOff } from "./mistakes/hash-cut-off.ts";
import { hashNotRepeatable } from "./mistakes/hash-not-repeatable.ts";
import { hashWithoutLookup } from "./mistakes/hash-without-lookup.ts";
import { storedValueAccepted } from "./mistakes/stored-value-accepted.ts";
import { tokenStoredEncoded } from "./mistakes/token-stored-encoded.ts";
import { tokenStoredPlain } from "./mistakes/token-stored-plain.ts";

/** How many texts the thief sends as tokens. */
const MOST_TRIES = 10;

/** Mallory gets a copy of the store and of every file, and tries the texts in it. */
const burgle: Scenario = {
  name: "the burglar",
  world: moving,
  async act({ ada, grace, mallory, loot, discover }) {
    const before = await loot();
    await ada.login("login-before-burglary");
    await grace.login();
    await grace.renew();
    const owned = [ada, grace].flatMap(({ name, refreshToken }) =>
      refreshToken ? [{ person: name, token: refreshToken }] : [],
    );
    const copy = await loot();
    for (const found of tokensIn(before, copy, owned)) discover(found);
    const credential = ada.credential();
    const known = owned.map(({ token }) => token);
    const texts = worthTrying(before, copy, MOST_TRIES).filter(({ text }) => !known.includes(text));
    for (const [at, { text }] of texts.entries()) {
      await mallory.renew(`stolen-${at + 1}`, withToken(credential, text));
    }
  },
};

/**
 * One person logs in twice, and the first login ends. bcrypt looks at only 72 bytes, so it takes two signed tokens for
 * one.
 */
const twins: Scenario = {
  name: "two logins of one person",
  world: moving,
  async act({ alan }) {
    await alan.login();
    const first = alan.credential();
    await alan.logout("logout-first-login", first);
    await alan.login();
    await alan.renew("first-login-after-second", first);
  },
};

const opensNothing: Check = {
  id: "store-opens-nothing",
  title: "A copy of the store holds no token that works",
  exchange: "login-before-burglary",
  needs: ["renew"],
  seenInside: true,
  judge(transcript) {
    if (!wasBurgled(transcript)) return skipped;
    const found = burgledIn(transcript);
    if (found) {
      const where = found.place ? "a file that the program wrote" : found.where;
      return failed("no refresh token in the store", `${found.person}'s refresh token in ${where}`);
    }
    const opened = openedIn(transcript);
    return opened
      ? failed("nothing that renews", "a text from the store renews when it is sent", opened.label)
      : passed;
  },
};

const wholeHash: Check = {
  id: "whole-hash-kept",
  title: "The store keeps the whole hash",
  exchange: "login-before-burglary",
  needs: ["renew"],
  seenInside: true,
  judge(transcript) {
    if (!wasBurgled(transcript)) return skipped;
    const part = partOfDigestIn(transcript);
    if (!part) return passed;
    return failed("the whole hash of a token", `a part of it, ${textInShort(part)}, in ${part.where}`);
  },
};

export const hashScenarios: readonly Scenario[] = [burgle, twins];

export const hashHolds: readonly Check[] = [
  opensNothing,
  wholeHash,
  {
    ...allRefused("whole-token-compared", "The whole token is compared", ["first-login-after-second"]),
    needs: ["renew", "logout"],
  },
];

/** The mistakes with hashes. The later steps use them, too. */
export const hashMistakes: readonly Mistake[] = [
  tokenStoredPlain,
  tokenStoredEncoded,
  storedValueAccepted,
  hashCutOff,
  hashNotRepeatable,
  hashWithoutLookup,
];

export const step: Step = {
  number: 8,
  name: "hash",
  part: "two",
  title: "A store that opens nothing",
  attack: {
    tried: "Mallory copied the store and sent all that stood in it.",
    stoppedBy: /createHash\(|\.digest\(/,
  },
  learned: "A copy of your store is now worth nothing.",
  scenarios: [...expiryStep.scenarios, ...hashScenarios],
  experiments: [...expiryStep.experiments],
  afterthoughts: [...expiryStep.afterthoughts],
  checks: [...expiryStep.checks, ...hashHolds],
  added: hashHolds,
  mistakes: [...hashMistakes, ...expiryStep.mistakes],
  advice: [...expiryStep.advice],
  trial: [post("/login", { username: "ada", password: "lovelace" })],
};
