/** The program threw an error, or a promise was rejected, before the app was up. */

import { basename } from "node:path";
import { findInSource, placeOfFound } from "../../source/handlers.ts";
import type { Mistake } from "../mistake.ts";
import { inWords } from "../read-evidence.ts";
import { remedyFor } from "./errors.ts";

export const crashOnStart: Mistake = {
  id: "crash-on-start",
  find({ transcript: { boot, ending }, source, experiment }) {
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
    const left = (experiment?.discoveries ?? []).flatMap((one) =>
      one.kind === "left out" ? [one.path] : [],
    );
    if (experiment?.boot.outcome === "up" && left.length > 0) {
      const names = left.map((path) => basename(path)).join(", ");
      return {
        title: `The program does not start beside ${names}`,
        why: `Beside your file lies ${names}, as an earlier attempt may have left it, and with that the start threw: ${inWords(fault)}. Without it, the same program comes up.`,
        fix: `Look into ${names}: if your program now writes another shape, delete it; if it can come to look like that again, the start has to get along with it.`,
        place: fault.place,
      };
    }
    return {
      title: "The program stops with an error before it is up",
      why: `While it was starting, it threw: ${inWords(fault)}. An error that nothing catches ends the whole program, so there is no app to speak to.`,
      fix: remedyFor(fault, "Read the error's message: it says what was not as this line expects it."),
      place: fault.place ?? (imported ? placeOfFound(imported) : null),
    };
  },
};
