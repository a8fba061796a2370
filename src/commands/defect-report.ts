/** What to say when refresh-tutor itself breaks. */

import { homedir } from "node:os";
import { typed } from "../base/invocation.ts";
import { packageRoot } from "../base/package.ts";

const LINES = 6;

/** The home folder, or null where the system knows none. */
function home(): string | null {
  try {
    return homedir() || null;
  } catch {
    return null;
  }
}

/** A text without the learner's private paths. */
function withoutPaths(text: string): string {
  const own = home();
  const short = text.replaceAll(packageRoot, "refresh-tutor");
  return own === null || own === "/" ? short : short.replaceAll(own, "~");
}

/** A defect in words: what happened, that the learner did nothing wrong, what to report. */
export function defectReport(error: unknown): string {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return withoutPaths(
    [
      `refresh-tutor itself has a defect; it is nothing that you did. (${message})`,
      `Please report the lines below together with what this prints: ${typed("doctor")}`,
      ...frames.slice(0, LINES),
    ].join("\n"),
  );
}
