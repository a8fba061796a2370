/** Advice: nothing in the program starts a server, or the program ends before it comes to that line. */

import { findInSource, firstPlace } from "../../source/found.ts";
import { calledName, child, nameOf } from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import type { Place } from "../../transcript.ts";
import type { Advice, Explanation } from "../mistake.ts";

/** Whether a node gives something out to other files, as module.exports = … and export do. */
function exportsSomething(node: Node): boolean {
  if (node.type.startsWith("Export")) return true;
  const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
  if (left?.type !== "MemberExpression") return false;
  return [left, child(left, "object")].some((one) => nameOf(one) === "exports");
}

/** The check found the app and served it, but the program itself had nothing left to do before it came to `listen`. */
function notReached(place: Place | null): Explanation {
  return {
    title: "The program ends before it comes to listen",
    why: "The check found your app and sent it its requests all the same. But run by itself, with node and the name of the file, the program never came to this line and ended, so nothing waits for requests.",
    fix: "See what has to happen before this line: a connection that has to succeed, a condition that has to hold, a function that has to be called. Print something before each of them, and run the file with node.",
    place,
  };
}

/** The check found the app and served it. Run by itself, the program would end at once. */
export const neverListens: Advice = {
  id: "never-listens",
  async find({ boot }, readSource) {
    if (boot.outcome !== "up" || boot.how === "listened") return null;
    const source = await readSource();
    // An app that is exported is for another file to start, or for tests.
    if (findInSource(source, exportsSomething).length > 0) return null;
    const calls = findInSource(source, (node) => calledName(node) === "listen");
    if (calls.length > 0) return boot.how === "idle" ? notReached(firstPlace(calls[0])) : null;
    return {
      title: "No line calls app.listen",
      why: "The check found your app and sent it its requests all the same. But run by itself, with node and the name of the file, the program ends at once, because nothing waits for requests.",
      fix: "Call listen on your app at the end of the file, with a port such as 3000.",
      place: null,
    };
  },
};
