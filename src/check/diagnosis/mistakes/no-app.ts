/** The program ran to its end and never called express(). */

import { findInSource, firstPlace, placeOfFound } from "../../source/found.ts";
import { functionsAt, nodesAt } from "../../source/at-place.ts";
import type { Found } from "../../source/found.ts";
import type { Source } from "../../source/source.ts";
import { calledName, child, findAll, isFunction, nameOf, pairOf } from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import type { Mistake } from "../mistake.ts";

/** The function that would make the app, where nothing calls it, and its name. */
function neverCalled(source: Source): { found: Found; name: string } | null {
  const calls = findInSource(source, (node) => calledName(node) === "express");
  for (const { file, node } of calls) {
    const around = functionsAt(source, placeOfFound({ file, node }));
    const [owner] = findInSource(source, (one) => {
      const { name, value } = pairOf(one);
      return around.includes(value ?? one) && name !== null;
    });
    const name = owner ? pairOf(owner.node).name : null;
    if (owner && name && !findInSource(source, (one) => calledName(one) === name).length)
      return { found: owner, name };
  }
  return null;
}

/** The class whose constructor makes the app, where nothing makes one of it: the line that exports it, else the class. */
function neverMade(source: Source): { found: Found; name: string } | null {
  // What is static runs without an object of the class.
  const makes = (node: Node, ancestors: readonly Node[]) =>
    calledName(node) === "express" && !ancestors.some((one) => Reflect.get(one, "static") === true);
  const classes = findInSource(
    source,
    (node) => /^Class(Declaration|Expression)$/.test(node.type) && findAll(node, makes).length > 0,
  );
  for (const found of classes) {
    const [variable] = findInSource(source, (one) => child(one, "init") === found.node);
    const name = nameOf(child(found.node, "id")) ?? (variable ? pairOf(variable.node).name : null);
    if (name === null || findInSource(source, (one) => calledName(one) === name).length > 0) continue;
    const [exported] = findInSource(source, (one) => {
      const left = one.type === "AssignmentExpression" ? child(one, "left") : null;
      const given = child(one, "right") ?? child(one, "declaration");
      return (
        (one.type === "ExportDefaultDeclaration" || nameOf(left) === "exports") && nameOf(given) === name
      );
    });
    return { found: exported ?? found, name };
  }
  return null;
}

/**
 * The condition without which the app is not made: every call of the function that makes it, or the call of express()
 * itself, stands in a branch outside of functions. Also the name of the function.
 */
function conditionBefore(source: Source): { found: Found; name: string } | null {
  const [call] = findInSource(source, (node) => calledName(node) === "express");
  if (!call) return null;
  const names = functionsAt(source, placeOfFound(call)).flatMap((around) =>
    findInSource(source, (one) => {
      const { name, value } = pairOf(one);
      return (value ?? one) === around && name !== null;
    }).flatMap(({ node }) => pairOf(node).name ?? []),
  );
  const calls =
    names.length > 0 ? findInSource(source, (one) => names.includes(calledName(one) ?? "")) : [call];
  const branches = calls.map(({ file, node }) => {
    const around = nodesAt(source, placeOfFound({ file, node }));
    const branch = around.some(isFunction)
      ? undefined
      : around.findLast(({ type }) => type === "IfStatement");
    return branch ? { file, node: branch } : null;
  });
  const [found] = branches;
  return found && branches.every((one) => one !== null) ? { found, name: names[0] ?? "express" } : null;
}

/** Why express() was not called, as far as the source shows it, as the end of a sentence; null: it does not. */
function reasonIn(source: Source): { found: Found; says: string; fix: string } | null {
  const unmade = neverMade(source);
  if (unmade)
    return {
      found: unmade.found,
      says: `it stands in the class ${unmade.name}, and there is no new ${unmade.name}`,
      fix: `Make one of ${unmade.name} when the program starts, with new, and let it listen: a class alone runs nothing.`,
    };
  const idle = neverCalled(source);
  if (idle)
    return {
      found: idle.found,
      says: `it stands in ${idle.name}, and nothing calls ${idle.name}`,
      fix: `Call ${idle.name} when the program starts: a function runs only when it is called.`,
    };
  const condition = conditionBefore(source);
  return (
    condition && {
      found: condition.found,
      says: `${condition.name} is called in this branch only, and the program did not come to it`,
      fix: "Print what the condition looks at: when the program is started, as it is here, the app has to be made.",
    }
  );
}

export const noApp: Mistake = {
  id: "no-app",
  find({ transcript: { boot }, source }) {
    const ended = boot.outcome === "exited" && boot.apps === 0 && !boot.called;
    if (!ended && boot.outcome !== "foreign") return null;
    const [main] = source.files;
    const empty = main?.text.trim() === "";
    const [server] = findInSource(
      source,
      (node) => node.type === "CallExpression" && nameOf(child(node, "callee")) === "createServer",
    );
    const reason = reasonIn(source);
    const foreign = boot.outcome === "foreign";
    return {
      title: empty ? "The file is empty" : "There is no Express app",
      why: foreign
        ? "The program listens, but not with an Express app: express() was never called."
        : `The program ran to its end, and express() was never called${reason ? `: ${reason.says}` : ""}. Without an app there is nothing that could answer.`,
      fix:
        reason?.fix ?? "Load express and call it: what express() returns is the app that gets your routes.",
      place: firstPlace(foreign ? server : reason?.found),
    };
  },
};
