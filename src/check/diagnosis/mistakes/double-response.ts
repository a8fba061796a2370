/** One request was answered twice, even if the client saw the right answer. */

import { requestLine } from "../../judge/read-transcript.ts";
import { isNested } from "../../source/answers-and-returns.ts";
import { callAt, functionsAt } from "../../source/at-place.ts";
import { findInSource, placeOfFound } from "../../source/found.ts";
import type { Found } from "../../source/found.ts";
import { callsFunction, functionsCalled } from "../../source/calls.ts";
import { functionAt } from "../../source/handlers.ts";
import { onlyPlace } from "../../source/landmarks.ts";
import { functionsOf, within } from "../../source/making.ts";
import type { Source } from "../../source/source.ts";
import { calledName, child, contains, findAll, isFunction, list, nameOf } from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import type { Exchange, Place, Request } from "../../transcript.ts";
import type { Mistake } from "../mistake.ts";
import { answeredAt, faultsOf, lineInWords, othersToBlame } from "../read-evidence.ts";

const WALKERS = ["forEach", "map", "filter", "some", "every", "find", "findIndex", "reduce", "flatMap"];

/**
 * The array method whose callback holds the inner place, in the function that holds the outer place; null: there is
 * none.
 */
function callbackAround(source: Source, inner: Place, outer: Place): string | null {
  const around = functionAt(source, outer);
  const callback = functionAt(source, inner);
  if (!around || !callback || around.node === callback.node) return null;
  const [call] = findAll(
    around.node,
    (node) =>
      node.type === "CallExpression" &&
      WALKERS.includes(nameOf(child(node, "callee")) ?? "") &&
      list(node, "arguments").includes(callback.node),
  );
  return call ? nameOf(child(call, "callee")) : null;
}

function takesNext(node: Node): boolean {
  return list(node, "params").some((one) => nameOf(one) === "next");
}

/** The call of next that follows an answer in the same function, or in one around it: .then(answer).finally(() => next()). */
function nextAfter(source: Source, first: Place): Place | null {
  for (const around of functionsAt(source, first).toReversed()) {
    const calls = findAll(
      around,
      // In a catch, next hands on an error: it runs where no answer was given. The next of a neighbour is another one.
      (node, ancestors) =>
        calledName(node) === "next" &&
        list(node, "arguments").length === 0 &&
        !ancestors.some((one) => isFunction(one) && takesNext(one) && !contains(one, first)) &&
        !ancestors.some((one) => one.type === "CatchClause" || calledName(one) === "catch"),
    ).map((node) => ({ file: first.file, node }));
    const after = onlyPlace(calls.filter((call) => placeOfFound(call).line >= first.line));
    if (after) return after;
  }
  return null;
}

/**
 * The call of a function that answered, in a branch of a middleware which goes on to next() after it; null: there is none.
 *
 * @param answered where that function answered
 */
function refusalWithoutReturn(source: Source, answered: Place, { method, path }: Request): Found | null {
  const own = functionAt(source, answered);
  const calls = own
    ? within(
        functionsOf(source, method, path),
        (node, ancestors) =>
          callsFunction(source, node, own.node) && ancestors.at(-1)?.type === "ExpressionStatement",
      )
    : [];
  const found = calls.find((call) => {
    const at = placeOfFound(call);
    const next = nextAfter(source, at);
    return next !== null && isNested(source, at, next);
  });
  return found ?? null;
}

/**
 * The call of a callback that does not end its function, which then calls back once more: where the callback is a function
 * that holds both places. null where the source does not show that.
 */
function calledBackTwice(source: Source, first: Place, second: Place): Found | null {
  const callback = functionAt(source, first);
  if (!callback || callback.node !== functionAt(source, second)?.node) return null;
  const [handed] = findInSource(
    source,
    (node) => node.type === "CallExpression" && list(node, "arguments").includes(callback.node),
  );
  const [called, ...others] = handed ? functionsCalled(source, handed.node) : [];
  const at = handed ? list(handed.node, "arguments").indexOf(callback.node) : -1;
  const name = called ? nameOf(list(called.node, "params")[at] ?? null) : null;
  if (!called || others.length > 0 || name === null) return null;
  const ends: boolean[] = [];
  const calls = within([called], (node, ancestors) => {
    if (node.type !== "CallExpression" || nameOf(child(node, "callee")) !== name) return false;
    const block = ancestors.findLast(({ type }) => type === "BlockStatement");
    const leaves = block !== undefined && /^(Return|Throw)/.test(list(block, "body").at(-1)?.type ?? "");
    ends.push(leaves || ancestors.at(-1)?.type === "ReturnStatement");
    return true;
  });
  const early = calls.find((_, index) => index < calls.length - 1 && ends[index] === false);
  return early ?? null;
}

/** Whether two places are in one function, or one of them in a function inside of the other's. */
function isOneFlow(source: Source, first: Place, second: Place): boolean {
  const [one, other] = [functionAt(source, first), functionAt(source, second)];
  if (!one || !other || one.file !== other.file) return false;
  return contains(one.node, second) || contains(other.node, first);
}

const HEADER_SETTERS = [
  "append",
  "clearCookie",
  "contentType",
  "cookie",
  "header",
  "links",
  "location",
  "set",
  "setHeader",
  "type",
  "vary",
];

/** The name of the method that is called at a place, if it only sets a header; null if it answers. */
function headerSetter(source: Source, place: Place): string | null {
  const call = callAt(source, place);
  const method = call && nameOf(child(call, "callee"));
  return method !== null && HEADER_SETTERS.includes(method) ? method : null;
}

export const doubleResponse: Mistake = {
  id: "double-response",
  find({ transcript, failure, exchange, source }) {
    const isTwice = (one: Exchange | null) => one?.events.some(({ kind }) => kind === "answered-again");
    const twice = [exchange, ...othersToBlame(failure, exchange, transcript)].find(isTwice);
    if (!twice) return null;
    const again = twice.events.find((event) => event.kind === "answered-again");
    const first = answeredAt(twice);
    const second = again?.kind === "answered-again" ? again.place : null;
    const fault = faultsOf(twice).find(({ code }) => code === "ERR_HTTP_HEADERS_SENT");
    const request = requestLine(twice.request);
    const said = fault ? ` Node says: ${fault.message}.` : "";
    const refusing = first ? refusalWithoutReturn(source, first, twice.request) : null;
    if (refusing) {
      return {
        title: `${request} is answered twice`,
        why: `This line answers, by a function that it calls, and does not end its own: after the branch the middleware calls next(), and whoever comes next answers once more.${said}`,
        fix: "Put return in front of it.",
        place: placeOfFound(refusing),
      };
    }
    const passedOn =
      first && functionAt(source, first)?.node !== (second && functionAt(source, second)?.node)
        ? nextAfter(source, first)
        : null;
    if (passedOn) {
      return {
        title: `${request} is answered twice`,
        why: `The handler answers, and then calls next(). That hands the request on, and whoever comes next answers it once more.${said}`,
        fix: "Leave out next() where the answer was given.",
        place: passedOn,
      };
    }
    const header = second && headerSetter(source, second);
    if (header) {
      return {
        title: `${request} sets a header after it has answered`,
        why: `Headers travel in front of the body, so ${header} has to come before the answer; here the answer is already sent${first ? `, at ${lineInWords(first, second)}` : ""}.${said}`,
        fix: "Move this line above the one that answers.",
        place: second,
      };
    }
    const walker = first && second ? callbackAround(source, first, second) : null;
    if (first && second && walker) {
      return {
        title: `${request} is answered twice`,
        why: `The answer is given inside the function that ${walker} calls for each item. It ends that function, not the handler: that goes on, and answers once more at ${lineInWords(second, first)}.${said}`,
        fix: "Find out first, with includes or some, and answer once after it; or use for…of, where return leaves the handler.",
        place: first,
      };
    }
    const back = first && second ? calledBackTwice(source, first, second) : null;
    if (back) {
      return {
        title: `${request} is answered twice`,
        why: `The answer is given in a callback, and that is called twice. This line calls it and does not end its function: what stands below calls it once more.${said}`,
        fix: "Put return in front of this call, or the other one into an else.",
        place: placeOfFound(back),
      };
    }
    const together = first !== null && second !== null && isOneFlow(source, first, second);
    const early = first && second && together && isNested(source, first, second) ? first : null;
    if (first && second && together && !early && isNested(source, second, first)) {
      return {
        title: `${request} is answered twice`,
        why: `The handler answers here before it has looked whether this is the right answer; then it comes to ${lineInWords(second, first)} and answers once more.${said}`,
        fix: "Decide first, then answer: move this answer behind the condition.",
        place: first,
      };
    }
    const at = first && !early ? `, first at ${lineInWords(first, second)}` : "";
    const then = early && second ? `, at ${lineInWords(second, early)}` : "";
    return {
      title: `${request} is answered twice`,
      why: `The handler answers${at}, and then goes on and answers once more${then}. Sending an answer does not end a function: what stands after it still runs.${said}`,
      fix: early
        ? "Put return in front of this answer, or the other one into an else."
        : "Let only one of the two run: delete the other, or end the branch with return.",
      place: early ?? second ?? fault?.place ?? first,
    };
  },
};
