/** The program ran to its end and never called express(). */

import { findInSource, placeOfFound } from "../../source/handlers.ts";
import { child, nameOf } from "../../source/syntax.ts";
import type { Mistake } from "../mistake.ts";

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
    const foreign = boot.outcome === "foreign";
    return {
      title: empty ? "The file is empty" : "There is no Express app",
      why: foreign
        ? "The program listens, but not with an Express app: express() was never called."
        : "The program ran to its end, and express() was never called. Without an app there is nothing that could answer.",
      fix: "Load express and call it: what express() returns is the app that gets your routes.",
      place: foreign && server ? placeOfFound(server) : null,
    };
  },
};
