/** Answers what the rules of step 3 ask about its exchanges. */

import type { Evidence } from "../../../src/check/diagnosis/mistake.ts";
import { succeeded } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { findAll, nameOf } from "../../../src/check/source/syntax.ts";
import type { Exchange } from "../../../src/check/transcript.ts";

export interface Renewals {
  beforeLogin: Exchange | null;
  unknown: Exchange | null;
  known: Exchange | null;
  again: Exchange | null;
}

export function renewalsOf({ transcript }: Evidence): Renewals {
  return {
    beforeLogin: exchangeOf(transcript, "token-before-login"),
    unknown: exchangeOf(transcript, "token-unknown"),
    known: exchangeOf(transcript, "token-known"),
    again: exchangeOf(transcript, "token-known-again"),
  };
}

/**
 * Whether an exchange ended in a renewal. A 2xx that says no ("error", "forbidden") is a refusal with a wrong status.
 */
export function accepted(exchange: Exchange | null): boolean {
  if (!exchange?.response || !succeeded(exchange)) return false;
  const { body } = exchange.response;
  return /token/i.test(body) &&
    !/"?(error|message|msg)"?\s*:|forbidden|invalid/i.test(body.replace(/"accessToken"[^,}]*/, ""))
    ? true
    : body.includes("newAccess123");
}

/** Where a handler of POST /token first mentions refreshTokens: its lookup. */
export function lookupIn({ source }: Evidence): Found | null {
  const [found] = handlersOf(source, "POST", "/token").flatMap(({ file, node }) =>
    findAll(node, (inner) => inner.type === "Identifier" && nameOf(inner) === "refreshTokens").map(
      (inner) => ({
        file,
        node: inner,
      }),
    ),
  );
  return found ?? null;
}

/** The conditions in the handlers of POST /token, in order. */
export function conditionsIn({ source }: Evidence): Found[] {
  return handlersOf(source, "POST", "/token").flatMap(({ file, node }) =>
    findAll(node, ({ type }) => type === "IfStatement" || type === "ConditionalExpression").map((inner) => ({
      file,
      node: inner,
    })),
  );
}

/** Whether the failed check is one of this step. */
export function isAboutToken({ failure }: Evidence): boolean {
  return failure.check.id.startsWith("token-");
}
