/** Advice: nothing in the program starts a server. */

import { findInSource } from "../../source/handlers.ts";
import { calledName, child, nameOf } from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import type { Advice } from "../mistake.ts";

/** Whether a node gives something out to other files, as module.exports = … and export do. */
function exportsSomething(node: Node): boolean {
  if (node.type.startsWith("Export")) return true;
  const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
  if (left?.type !== "MemberExpression") return false;
  return [left, child(left, "object")].some((one) => nameOf(one) === "exports");
}

/** The check found the app and served it. Run by itself, the program would end at once. */
export const neverListens: Advice = {
  id: "never-listens",
  async find({ boot }, readSource) {
    if (boot.outcome !== "up" || boot.how !== "served") return null;
    const source = await readSource();
    // An app that is exported is for another file to start, or for tests.
    const starts = (node: Node) => calledName(node) === "listen" || exportsSomething(node);
    if (findInSource(source, starts).length > 0) return null;
    return {
      title: "No line calls app.listen",
      why: "The check found your app and sent it its requests all the same. But run by itself, with node and the name of the file, the program ends at once, because nothing waits for requests.",
      fix: "Call listen on your app at the end of the file, with a port such as 3000.",
      place: null,
    };
  },
};
