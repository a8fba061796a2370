/** GET /me answers every request, whoever sends it. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { findInSource, firstPlace } from "../../../src/check/source/found.ts";
import { child, contains, findAll, isFunction, list, nameOf } from "../../../src/check/source/syntax.ts";
import type { Found } from "../../../src/check/source/found.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { isCallOf, within } from "../../../src/check/source/making.ts";
import { firstLetIn, functionsOfMe, headersRead, usernameIn } from "./asking.ts";

const WITHOUT_PROOF = ["me-no-header", "me-no-token", "me-garbage"];

/** A catch around verify that does not refuse. */
function harmlessCatch({ source }: Evidence): Found | null {
  const [caught] = within(functionsOfMe(source), (node) => {
    const body = node.type === "CatchClause" ? child(node, "body") : null;
    if (!body) return false;
    const answers = within([{ file: "", node: body }], (inner) =>
      isCallOf(inner, "status", "sendStatus", "json", "send", "end", "next"),
    );
    return (
      answers.length === 0 &&
      within(
        [{ file: "", node: body }],
        ({ type }) => type === "ReturnStatement" || type === "ThrowStatement",
      ).length === 0
    );
  });
  const body = caught ? child(caught.node, "body") : null;
  const [first] = body ? list(body, "body") : [];
  return caught ? { file: caught.file, node: first ?? caught.node } : null;
}

/** The call of verify whose callback is handed an error and never speaks of it. */
function unheardError({ source }: Evidence): Found | null {
  const isUnheard = (node: Node) => {
    const callback = isCallOf(node, "verify") ? list(node, "arguments").find(isFunction) : undefined;
    const error = callback ? nameOf(list(callback, "params")[0] ?? null) : null;
    const body = callback ? child(callback, "body") : null;
    return error !== null && body !== null && findAll(body, (one) => nameOf(one) === error).length === 0;
  };
  // A middleware that is the whole of a file is known to the route by a name of its own.
  return within(functionsOfMe(source), isUnheard)[0] ?? findInSource(source, isUnheard)[0] ?? null;
}

export const meIgnoresToken: Mistake = {
  id: "me-ignores-token",
  find(evidence) {
    const { transcript, source } = evidence;
    if (!isAbout(evidence, "me-refuses", "me-answers", "me-answers-others", "me-answers-renewed"))
      return null;
    const letIn = firstLetIn(transcript, WITHOUT_PROOF);
    if (!letIn) return null;
    const [header] = headersRead(evidence);
    const [condition] = header
      ? within(functionsOfMe(source), (node) => {
          const test = node.type === "IfStatement" ? child(node, "test") : null;
          return test !== null && contains(test, { file: header.file, ...startOf(header) });
        })
      : [];
    const sent =
      letIn.label === "me-no-header"
        ? "without an access token"
        : letIn.label === "me-no-token"
          ? "with the word Bearer and nothing behind it"
          : 'with the access token "not-a-token"';
    const what =
      typeof usernameIn(letIn) === "string"
        ? "with somebody's username"
        : "without a username, but not refused";
    return {
      title: "GET /me lets in whoever asks",
      why: `Mallory asked ${sent}, and was answered ${letIn.response?.status ?? ""}, ${what}. She had proved nothing.`,
      fix: "Verify the token before anything is answered, and refuse with 401 where there is none or where verifying it fails.",
      place: firstPlace(harmlessCatch(evidence), unheardError(evidence), condition) ?? answeredAt(letIn),
    };
  },
};

function startOf({ node }: Found): { line: number; column: number } {
  return { line: node.loc?.start.line ?? 0, column: (node.loc?.start.column ?? 0) + 1 };
}
