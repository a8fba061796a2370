/** The app is not up by the deadline: the program is busy, or waits for something. */

import { findInSource, placeOfFound } from "../../source/found.ts";
import { calledName, isFunction } from "../../source/syntax.ts";
import { holdsUpNode } from "../../source/waits.ts";
import type { Mistake } from "../mistake.ts";

export const startTimeout: Mistake = {
  id: "start-timeout",
  find({ transcript: { boot }, source }) {
    if (boot.outcome !== "timeout") return null;
    // A loop of the program's own would have been caught at its line.
    const [wait] =
      boot.blocked && !boot.place
        ? findInSource(source, (node, ancestors) => holdsUpNode(node) && !ancestors.some(isFunction))
        : [];
    if (wait) {
      return {
        title: "The program waits while it starts, and can do nothing else",
        why: `It was still busy at the deadline. ${calledName(wait.node) ?? ""} holds up the whole of Node until what it waits for is over: the app never gets to listen.`,
        fix: "Wait for it with await instead, or begin it and let the app listen meanwhile.",
        place: placeOfFound(wait),
      };
    }
    if (boot.blocked) {
      const [loop] = findInSource(source, ({ type }) => /^(While|DoWhile|For)Statement$/.test(type));
      return {
        title: "The program is caught in a loop while it starts",
        why: "It was still busy at the deadline, in a loop. As long as a loop runs, Node can do nothing else: the app never gets to listen.",
        fix: "Find out why the loop's condition never becomes false. To wait for something, use await, not a loop.",
        place: boot.place ?? (loop ? placeOfFound(loop) : null),
      };
    }
    const awaits = findInSource(source, ({ type }) => type === "AwaitExpression");
    const [outer] = findInSource(
      source,
      (node, ancestors) => node.type === "AwaitExpression" && !ancestors.some(isFunction),
    );
    const awaited = outer ?? awaits[0];
    return {
      title: "The program is still waiting before it listens",
      why: "It was alive at the deadline, but waiting for something that had not come, and listen was not reached.",
      fix: "Look at what stands before listen: a promise that never resolves, a timer that is long, a connection that nobody answers.",
      place: awaited ? placeOfFound(awaited) : null,
    };
  },
};
