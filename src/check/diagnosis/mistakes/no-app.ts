/** The program ran to its end and never called express(). */

import { findInSource, firstPlace, placeOfFound } from "../../source/handlers.ts";
import { functionsAt } from "../../source/at-place.ts";
import type { Found } from "../../source/handlers.ts";
import type { Source } from "../../source/source.ts";
import { calledName, child, nameOf } from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import type { Mistake } from "../mistake.ts";

/** The function that would make the app, where nothing calls it, and its name. */
function neverCalled(source: Source): { found: Found; name: string } | null {
  const calls = findInSource(source, (node) => calledName(node) === "express");
  for (const { file, node } of calls) {
    const around = functionsAt(source, placeOfFound({ file, node }));
    const [owner] = findInSource(source, (one) => {
      const value = child(one, "init") ?? child(one, "value") ?? child(one, "right") ?? one;
      return around.includes(value) && ownName(one) !== null;
    });
    const name = owner ? ownName(owner.node) : null;
    if (owner && name && !findInSource(source, (one) => calledName(one) === name).length)
      return { found: owner, name };
  }
  return null;
}

function ownName(node: Node): string | null {
  return nameOf(child(node, "id") ?? child(node, "key") ?? child(node, "left"));
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
    const idle = neverCalled(source);
    const foreign = boot.outcome === "foreign";
    return {
      title: empty ? "The file is empty" : "There is no Express app",
      why: foreign
        ? "The program listens, but not with an Express app: express() was never called."
        : `The program ran to its end, and express() was never called${idle ? `: it stands in ${idle.name}, and nothing calls ${idle.name}` : ""}. Without an app there is nothing that could answer.`,
      fix: idle
        ? `Call ${idle.name} when the program starts: a function runs only when it is called.`
        : "Load express and call it: what express() returns is the app that gets your routes.",
      place: foreign ? firstPlace(server) : firstPlace(idle?.found),
    };
  },
};
