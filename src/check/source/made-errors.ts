/** Finds where errors that a program makes are thrown, and where one is made and not thrown. */

import type { Place } from "../transcript.ts";
import { nodesAt } from "./at-place.ts";
import type { Found } from "./found.ts";
import { functionAt } from "./handlers.ts";
import { onlyPlace } from "./landmarks.ts";
import { within } from "./making.ts";
import type { Source } from "./source.ts";
import { calledName, child, nameOf } from "./syntax.ts";

/** Where an error is thrown that a line makes and gives a name: const error = new Error("…"). null: it has none. */
export function throwOf(source: Source, made: Place): Place | null {
  const around = functionAt(source, made);
  const variable = nodesAt(source, made).find(({ type }) => type === "VariableDeclarator");
  const name = variable ? nameOf(child(variable, "id")) : null;
  if (!around || name === null) return null;
  return onlyPlace(
    within([around], (node) => node.type === "ThrowStatement" && nameOf(child(node, "argument")) === name),
  );
}

/** An error that is made, as a whole statement, and thrown by nobody; null where there is none. */
export function errorNotThrown(code: readonly Found[]): Found | null {
  const [made] = within(
    code,
    (node, ancestors) =>
      node.type === "NewExpression" &&
      /(Error|Exception)$/.test(calledName(node) ?? "") &&
      ancestors.at(-1)?.type === "ExpressionStatement",
  );
  return made ?? null;
}
