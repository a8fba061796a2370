/** The program ended by itself, without an error, before the app was up. */

import { nodesAt } from "../../source/at-place.ts";
import { findInSource, placeOfFound } from "../../source/found.ts";
import { child, isFunction, nameOf } from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import type { Ending } from "../../transcript.ts";
import type { Explanation, Mistake } from "../mistake.ts";

/** Node's exit code for a top-level await that never settles (https://nodejs.org/api/process.html#exit-codes). */
const UNSETTLED_AWAIT = 13;

function afterListen({ code, place }: Ending): Explanation {
  return {
    title: "The program ends right after it began to listen",
    why: `It listened, and ended${code ? ` (with code ${code})` : ""} before the first request was answered.`,
    fix: "Keep the program running: an app that listens runs until you stop it.",
    place,
  };
}

/** Whether a node runs when an error is caught: a catch clause, or the function given to .catch. */
function isCatch(node: Node): boolean {
  return (
    node.type === "CatchClause" ||
    (node.type === "CallExpression" && nameOf(child(node, "callee")) === "catch")
  );
}

export const exitsEarly: Mistake = {
  id: "exits-early",
  find({ transcript: { boot, ending, exchanges }, source }) {
    const untouched = boot.outcome === "up" && exchanges.every(({ events }) => events.length === 0);
    if (untouched && ending?.cause === "exit") return afterListen(ending);
    if (boot.outcome !== "exited") return null;
    const unsettled = ending?.code === UNSETTLED_AWAIT;
    if (boot.apps === 0 && !boot.called && !boot.listened && !unsettled) return null;
    const inCatch = boot.called && boot.place && nodesAt(source, boot.place).some(isCatch);
    if (inCatch) {
      return {
        title: "The program ends itself while it starts, because of an error",
        why: `process.exit was called${ending?.code ? ` (with ${ending.code})` : ""} where an error is caught: a line before it threw one, such as a database that cannot be reached. So the app never gets to answer.`,
        fix: "Read what your program printed, or print the error here with console.log; this course needs no database.",
        place: boot.place,
      };
    }
    if (boot.called) {
      return {
        title: "The program ends itself while it starts",
        why: `process.exit was called${ending?.code ? ` (with ${ending.code})` : ""}. It ends the program at once, so the app never gets to answer.`,
        fix: "Remove the call, or make sure that it is only reached when the program should really end.",
        place: boot.place,
      };
    }
    if (unsettled) {
      const [wait] = findInSource(
        source,
        (node, ancestors) => node.type === "AwaitExpression" && !ancestors.some(isFunction),
      );
      return {
        title: "The program waits for a promise that never settles, and ends",
        why: "An await outside of any function never got its answer. When nothing else is left to do, Node ends the program: what comes after that line never runs.",
        fix: "Let the promise resolve, or do not wait for it before the app is set up.",
        place: wait ? placeOfFound(wait) : null,
      };
    }
    const [close] = findInSource(
      source,
      (node) => node.type === "CallExpression" && nameOf(child(node, "callee")) === "close",
    );
    return {
      title: "The program ends before anybody can send it a request",
      why: boot.listened
        ? "It began to listen, but the server was closed again. With nothing left to do, Node ends the program."
        : "It ran to its end with nothing left to do, so Node ended it.",
      fix: "Keep the server open: an app that listens runs until you stop it.",
      place: boot.listened && close ? placeOfFound(close) : null,
    };
  },
};
