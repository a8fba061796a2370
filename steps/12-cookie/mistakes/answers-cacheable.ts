/** A cache may keep answers that hold tokens. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { requestLine } from "../../../src/check/judge/read-transcript.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { placeOfLiteral } from "../../../src/check/source/landmarks.ts";
import type { Source } from "../../../src/check/source/source.ts";
import {
  calledName,
  child,
  findAll,
  isFunction,
  list,
  nameOf,
  stringOf,
} from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";
import type { Place } from "../../../src/check/transcript.ts";

/** Whether a node speaks of the path of the request. */
function namesPath(node: Node | null): boolean {
  const names = /^(path|originalUrl|url|baseUrl)$/;
  return node !== null && findAll(node, (one) => names.test(nameOf(one) ?? "")).length > 0;
}

/** The condition on the path under which a header is set: around it, or of a return before it. */
function conditionOn(source: Source, file: string, ancestors: readonly Node[]): Found | null {
  const from = ancestors.findLastIndex(isFunction);
  const inside = ancestors.slice(from + 1);
  const statements = inside.flatMap((one) => (one.type === "BlockStatement" ? list(one, "body") : []));
  const leaving = statements.filter(
    (one) =>
      one.type === "IfStatement" &&
      findAll(one, ({ type }) => type === "ReturnStatement").length > 0 &&
      one.end <= (inside.at(-1)?.start ?? 0),
  );
  const tests = [...inside.toReversed(), ...leaving].map((one) =>
    one.type === "LogicalExpression" ? child(one, "left") : child(one, "test"),
  );
  const test = tests.find(namesPath);
  if (!test) return null;
  // Where the condition asks a list of paths, the list is what to change.
  const lists = findAll(test, ({ type }) => type === "Identifier").flatMap((one) =>
    declarationsOf(source, nameOf(one) ?? "").filter(({ init }) =>
      ["ArrayExpression", "NewExpression"].includes(init?.type ?? ""),
    ),
  );
  return lists[0] ?? { file, node: test };
}

/** The entry of a list that means a path and is written otherwise: "token" for "/token". */
function entryLike({ file, node }: Found, path: string): Found | null {
  const word = (text: string) => text.replaceAll("/", "").toLowerCase();
  const [entry] = findAll(node, (one) => word(stringOf(one) ?? "") === word(path));
  return entry ? { file, node: entry } : null;
}

/** Where the program says for which paths it forbids caches to keep answers; null where it says it nowhere. */
function placeOfPaths(source: Source, path: string): Place | null {
  const found: Found[] = [];
  for (const { path: file, ast } of source.files) {
    if (!ast) continue;
    findAll(ast, (node, ancestors) => {
      if (!/no-store/i.test(stringOf(node) ?? "")) return false;
      const condition = conditionOn(source, file, ancestors);
      const mounted = ancestors.findLast((one) => {
        const [first] = calledName(one) === "use" ? list(one, "arguments") : [];
        return first !== undefined && stringOf(first) !== null && stringOf(first) !== path;
      });
      if (condition) found.push(condition);
      else if (mounted) found.push({ file, node: mounted });
      return false;
    });
  }
  const [first] = found;
  return first ? firstPlace(entryLike(first, path), first) : null;
}

export const answersCacheable: Mistake = {
  id: "answers-cacheable",
  find({ failure, exchange, source }) {
    if (failure.check.id !== "answers-not-stored" || !exchange?.response) return null;
    const said = exchange.response.headers["cache-control"];
    return {
      title: "A cache may keep the answer that holds a token",
      why: said
        ? `The answer to ${requestLine(exchange.request)} says Cache-Control: ${said}. That does not forbid to keep it: only no-store does, and RFC 6749 §5.1 asks for it with every answer that holds a token.`
        : `The answer to ${requestLine(exchange.request)} says nothing of caches, so a browser or something between may keep it, with the token in it. RFC 6749 §5.1 asks for Cache-Control: no-store.`,
      fix: "Send Cache-Control: no-store with the answers of both /login and /token.",
      place:
        (said ? placeOfLiteral(source, said) : placeOfPaths(source, exchange.request.path)) ??
        answeredAt(exchange),
    };
  },
};
