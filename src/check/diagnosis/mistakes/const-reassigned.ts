/** A const, or an imported variable, was given a new value. */

import type { CheckResult } from "../../judge/check.ts";
import { findInSource, placeOfFound } from "../../source/found.ts";
import { handlersOf } from "../../source/handlers.ts";
import type { Found } from "../../source/found.ts";
import { namesIn } from "../../source/modules.ts";
import type { Source } from "../../source/source.ts";
import { child, findAll, nameOf } from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import { declarationsOf } from "../../source/variables.ts";
import type { Exchange, Request, Transcript } from "../../transcript.ts";
import type { Mistake } from "../mistake.ts";
import { allFaults } from "../read-evidence.ts";

/** Where the handler of a request assigns to refreshTokens. A variable of the handler's own may be given any value. */
function assignmentIn(source: Source, { method, path }: Request): Found | null {
  const assigns = (node: Node) =>
    node.type === "AssignmentExpression" && nameOf(child(node, "left")) === "refreshTokens";
  const declares = (node: Node) =>
    node.type === "VariableDeclarator" && namesIn(child(node, "id")).includes("refreshTokens");
  const found = handlersOf(source, method, path).flatMap(({ file, node }) =>
    findAll(node, declares).length > 0 ? [] : findAll(node, assigns).map((one) => ({ file, node: one })),
  );
  return found[0] ?? null;
}

/** The requests that a failed check is about: the exchange's own, and those to the route in the check's name. */
function requestsOf({ exchanges }: Transcript, { request }: Exchange, { check }: CheckResult): Request[] {
  const named = exchanges.filter((one) => check.id.startsWith(`${one.request.path.slice(1)}-`));
  return [request, ...named.map((one) => one.request)];
}

function swallowedIn(source: Source, requests: readonly Request[]): Found | null {
  return requests.map((request) => assignmentIn(source, request)).find((found) => found !== null) ?? null;
}

export const constReassigned: Mistake = {
  id: "const-reassigned",
  find({ transcript, exchange, failure, source }) {
    const telling =
      /Assignment to constant variable|Cannot assign to ("|'|`)?\w+("|'|`)? because it is a constant|Cannot assign to import/;
    const own = [
      ...allFaults({ ...transcript, exchanges: exchange ? [exchange] : [] }),
      ...allFaults(transcript),
    ];
    const fault = own.find(({ message }) => telling.test(message));
    const constant = declarationsOf(source, "refreshTokens").some((declaration) => declaration.constant);
    // Where the program catches the error itself, only the source shows it.
    const swallowed =
      !fault && constant && exchange ? swallowedIn(source, requestsOf(transcript, exchange, failure)) : null;
    if (!fault && !swallowed) return null;
    const imported = findInSource(
      source,
      (node) => node.type === "ImportSpecifier" && nameOf(child(node, "local")) === "refreshTokens",
    );
    if (!constant && imported.length > 0) {
      return {
        title: "An imported variable is given a new value",
        why: `${fault ? `The program threw "${fault.message.split("\n")[0]}".` : "This line throws an error, which your program catches."} refreshTokens is imported here, and only the file that declares it can give it a new value.`,
        fix: "Change the array itself, as push and splice do; or let the file that owns it export a function that does it.",
        place: fault?.place ?? (swallowed && placeOfFound(swallowed)),
      };
    }
    return {
      title: "A const is given a new value",
      why: `${fault ? `The program threw "${fault.message.split("\n")[0]}".` : "This line throws an error, which your program catches."} ${constant ? "refreshTokens is" : "A variable that is"} declared with const, and a const keeps the value it was first given; methods such as filter make a new array, which would have to take its place.`,
      fix: "Declare it with let where it gets a new value; or keep const and change the array itself, as splice does.",
      place: fault?.place ?? (swallowed && placeOfFound(swallowed)),
    };
  },
};
