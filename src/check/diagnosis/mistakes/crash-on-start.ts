/** The program threw an error, or a promise was rejected, before the app was up. */

import { findInSource, placeOfFound } from "../../source/handlers.ts";
import type { Mistake } from "../mistake.ts";
import { inWords } from "../read-evidence.ts";
import { remedyFor } from "./errors.ts";

export const crashOnStart: Mistake = {
  id: "crash-on-start",
  find({ transcript: { boot, ending }, source }) {
    if (boot.outcome !== "crashed") return null;
    const { fault } = boot;
    if (!fault) {
      const how = ending?.signal ? `by the signal ${ending.signal}` : `with the code ${ending?.code ?? "?"}`;
      return {
        title: "The program ends before it is up",
        why: `It ended ${how} while it was starting, without an error that names a line.`,
        fix: "Look at what your program printed below, and at what it does before it calls listen.",
        place: null,
      };
    }
    // An import of a name that a module does not export fails before any line runs: the import is the place.
    const missing = /export named '([^']+)'|Named export '([^']+)' not found/.exec(fault.message);
    const name = missing?.[1] ?? missing?.[2];
    const [imported] = name
      ? findInSource(
          source,
          (node) =>
            node.type === "ImportSpecifier" &&
            Reflect.get(Object(Reflect.get(node, "imported")), "name") === name,
        )
      : [];
    return {
      title: "The program stops with an error before it is up",
      why: `While it was starting, it threw: ${inWords(fault)}. An error that nothing catches ends the whole program, so there is no app to speak to.`,
      fix: remedyFor(fault, "Read the error's message: it says what was not as this line expects it."),
      place: fault.place ?? (imported ? placeOfFound(imported) : null),
    };
  },
};
