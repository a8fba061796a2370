/** Makes the next step's file from the learner's code that passed. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Step } from "../check/step.ts";
import { slugOf, textOf } from "../course/course.ts";
import { ownFolder, stepsFolder } from "./find-workspace.ts";
import { languageOf, learnerFile } from "./step-files.ts";
import { createFile, replaceFile } from "./write-file.ts";

/** A text as a comment at the end of a learner's code: `// ` before each line, with the line ends of that code. */
function asComment(task: string, lineEnd: string): string {
  const lines = task.trim().split(/\r?\n/);
  return lines.map((line) => `// ${line}`.trimEnd() + lineEnd).join("");
}

/**
 * The learner's own code with the next task after it. It works on bytes, so the learner's text stays exactly as it is.
 */
function withTask(code: Buffer, task: string): Buffer {
  const lineEnd = code.includes("\r\n") ? "\r\n" : "\n";
  const gap = code.length === 0 ? "" : code.at(-1) === 0x0a ? lineEnd : lineEnd + lineEnd;
  return Buffer.concat([code, Buffer.from(gap + asComment(task, lineEnd))]);
}

/** A short text that is different for each content of a file. */
export function fingerprint(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * Whether a step's file still holds what it was made from, with no change of the learner's.
 *
 * @param file absolute
 * @param before the fingerprint of the file when it was made from the code before; null: unknown
 * @throws what node:fs throws
 */
export function isUntouched(file: string, step: Step, before: string | null): boolean {
  const content = readFileSync(file);
  return (
    fingerprint(content) === before ||
    content.equals(Buffer.from(textOf(step, `starter.${languageOf(file)}`)))
  );
}

export interface Carried {
  /** The next step's file, absolute. */
  file: string;
  /** Whether it was made just now. */
  made: boolean;
  /** The fingerprint of what was written into it just now; null: it was left as it is. */
  print: string | null;
}

/**
 * Makes the next step's file from the code that passed. It lies beside that code, so its relative imports still work.
 * If the next file exists and the learner has changed it, it is left as it is; else it is made again from the present
 * code.
 *
 * @param root the workspace, absolute
 * @param file what passed, absolute
 * @param next the step that the new file is for
 * @param before the fingerprint of the next step's file when it was made; null: unknown
 * @throws what node:fs throws
 */
export function carryForward(root: string, file: string, next: Step, before: string | null): Carried {
  const present = learnerFile(root, next);
  const target = present ?? join(stepsFolder(root), slugOf(next) + extname(file));
  const content = withTask(readFileSync(file), textOf(next, "task.md"));
  const print = fingerprint(content);
  if (present === null) {
    const made = createFile(target, content, ownFolder(root));
    return { file: target, made, print: made ? print : null };
  }
  if (before === print || extname(present) !== extname(file) || !isUntouched(present, next, before))
    return { file: present, made: false, print: null };
  replaceFile(present, content, ownFolder(root));
  return { file: present, made: false, print };
}
