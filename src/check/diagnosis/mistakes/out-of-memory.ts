/** The program used more memory than a check allows, and was stopped. */

import type { Mistake } from "../mistake.ts";
import { lastEntered } from "../read-evidence.ts";

export const outOfMemory: Mistake = {
  id: "out-of-memory",
  find({ transcript: { boot, ending }, exchange }) {
    if (ending?.cause !== "memory") return null;
    const when = boot.outcome === "up" ? "while it answered" : "while it started";
    return {
      title: "The program runs out of memory",
      why: `It kept asking for memory ${when}, until it was stopped. That is mostly a list or a text that grows in a loop.`,
      fix: "Look for something that is added to without an end.",
      place: lastEntered(exchange)?.place ?? null,
    };
  },
};
