/** Answers what the rules ask about GET /me and the access token. */

import { isRecord } from "../../../src/base/shape.ts";
import type { Evidence } from "../../../src/check/diagnosis/mistake.ts";
import { isSuccess, jsonOf } from "../../../src/check/judge/read-transcript.ts";
import { findInSource } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf, isCallOf, within, withCalled } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { child, isFunction, nameOf, stringOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import type { Exchange, Transcript } from "../../../src/check/transcript.ts";
import { accessTokenIn } from "../../../src/course/tokens-given.ts";
import { readJwt } from "../../../src/check/jwt.ts";
import type { JsonWebToken } from "../../../src/check/jwt.ts";

/** Whether a request was answered as if its access token were good. A 2xx that says no does not count. */
export function isLetIn(exchange: Exchange | null): exchange is Exchange {
  if (!exchange?.response || !isSuccess(exchange.response)) return false;
  const json = jsonOf(exchange.response);
  return !(
    isRecord(json) &&
    json["username"] === undefined &&
    ["error", "message"].some((name) => name in json)
  );
}

/** The name that GET /me answered with; undefined where there is none. */
export function usernameIn(exchange: Exchange | null): unknown {
  const json = exchange?.response ? jsonOf(exchange.response) : undefined;
  return isRecord(json) ? json["username"] : undefined;
}

/** The first of these exchanges that was let in. */
export function firstLetIn(transcript: Transcript, labels: readonly string[]): Exchange | null {
  const sent = labels.flatMap((label) => transcript.exchanges.find((one) => one.label === label) ?? []);
  return sent.find(isLetIn) ?? null;
}

/** The functions of GET /me; where none are found, every function that looks like a middleware. */
export function functionsOfMe(source: Source): Found[] {
  const own = functionsOf(source, "GET", "/me");
  const used = findInSource(
    source,
    (node, ancestors) => isFunction(node) && ancestors.some((one) => isCallOf(one, "use")),
  );
  return withCalled(source, [...own, ...used]);
}

/** The calls of functions with these names in what GET /me runs. */
export function callsForMe({ source }: Evidence, ...names: readonly string[]): Found[] {
  return within(functionsOfMe(source), (node) => isCallOf(node, ...names));
}

/** Where GET /me reads a header: Authorization or one of its own. */
export function headersRead({ source }: Evidence): Found[] {
  return within(functionsOfMe(source), (node) => {
    if (isCallOf(node, "get", "header")) {
      const first = Reflect.get(node, "arguments")[0];
      return first !== undefined && /auth|token|bearer|jwt/i.test(stringOf(first) ?? "");
    }
    if (node.type === "MemberExpression") {
      const object = child(node, "object");
      return object?.type === "MemberExpression" && nameOf(object) === "headers";
    }
    const isTaken = node.type === "VariableDeclarator" && nameOf(child(node, "init")) === "headers";
    return isTaken && child(node, "id")?.type === "ObjectPattern";
  });
}

/** The access token that ada was given, where it is a JWT. */
export function accessJwt({ transcript }: Evidence): JsonWebToken | null {
  const login = transcript.exchanges.find(({ label }) => label === "login");
  return login ? readJwt(accessTokenIn(login) ?? "") : null;
}

export function isLiteral(node: Node, text: string): boolean {
  return (stringOf(node) ?? "").toLowerCase() === text;
}
