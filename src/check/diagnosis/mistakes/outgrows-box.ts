/** The program started more processes, or wrote more to the disk, than a box allows, and was stopped. */

import type { Mistake } from "../mistake.ts";
import { lastEntered } from "../read-evidence.ts";

export const tooManyProcesses: Mistake = {
  id: "too-many-processes",
  find({ transcript: { ending }, exchange }) {
    if (ending?.cause !== "processes") return null;
    return {
      title: "The program starts processes without end",
      why: "It had so many processes running at the same time that it was stopped. An app like this one needs none besides its own.",
      fix: "Look for what starts a process: exec, spawn, fork, or a program that starts itself.",
      place: lastEntered(exchange)?.place ?? null,
    };
  },
};

export const fillsTheDisk: Mistake = {
  id: "fills-the-disk",
  find({ transcript: { ending }, exchange }) {
    if (ending?.cause !== "disk") return null;
    return {
      title: "The program fills the disk",
      why: "It wrote more into its folder than it is given room for, and was stopped. An app like this one writes some kilobytes at the most.",
      fix: "Look for what writes to a file in a loop, or adds to a file without an end.",
      place: lastEntered(exchange)?.place ?? null,
    };
  },
};
