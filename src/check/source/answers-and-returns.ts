/** Whether a handler goes on after an answer that should end it. */

import type { Place } from "../transcript.ts";
import { functionAt } from "./handlers.ts";
import type { Source } from "./source.ts";
import { contains, findAll } from "./syntax.ts";

const BRANCH = /^(If|For|ForOf|ForIn|While|Switch)Statement$/;

/** Whether one place is inside a branch or a loop that another place is outside of. */
export function isNested(source: Source, inner: Place, outer: Place): boolean {
  const around = functionAt(source, inner);
  if (!around) return false;
  return findAll(around.node, (node) => BRANCH.test(node.type) && contains(node, inner)).some(
    (branch) => !contains(branch, outer),
  );
}

/** Whether an answer lacks its `return`: it ends a branch, and a later line of the same function ran after it. */
export function lacksReturn(source: Source, answer: Place, later: Place): boolean {
  const around = functionAt(source, answer);
  const same = around !== null && answer.file === later.file && contains(around.node, later);
  return same && isNested(source, answer, later);
}
