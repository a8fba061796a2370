/** The program closed a file descriptor that it had not opened: the one through which the tutor watches it. */

import { findInSource, placeOfFound } from "../../source/found.ts";
import { child, nameOf } from "../../source/syntax.ts";
import type { Mistake } from "../mistake.ts";

export const channelClosed: Mistake = {
  id: "channel-closed",
  find({ transcript: { ending }, source }) {
    if (ending?.cause !== "channel") return null;
    const [closing] = findInSource(
      source,
      (node) => node.type === "CallExpression" && /^close(Sync)?$/.test(nameOf(child(node, "callee")) ?? ""),
    );
    return {
      title: "The program closes what the tutor watches it through",
      why: "File descriptors 3 and 4 are not ones that your code has opened: through them the tutor watches what your program does. Without them nothing can be checked, so the program was stopped.",
      fix: "Close only what your own code has opened.",
      place: closing ? placeOfFound(closing) : null,
    };
  },
};
