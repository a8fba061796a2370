/** Prints what a check found and where to go on. */

import { readFileSync } from "node:fs";
import type { Course, Language } from "../course/course.ts";
import type { Step } from "../course/step.ts";
import { typed } from "../invocation.ts";
import type { Verdict } from "../verdict/verdict.ts";
import type { Context } from "./context.ts";
import { namesOnScreen } from "./here.ts";
import type { Recorded } from "./record.ts";

/**
 * Prints a verdict.
 *
 * @param nameFile how a file (absolute) is named to the learner
 * @param again the command that checks once more
 */
export async function showVerdict(
  context: Context,
  verdict: Verdict,
  nameFile: (file: string) => string,
  again: string,
): Promise<void> {
  const { renderVerdict } = await import("../terminal/verdict.ts");
  const nextCommand = verdict.passed ? null : again;
  context.print(renderVerdict(verdict, { ...context.canvas, nameFile, sourceOf, nextCommand }).trimEnd());
}

function sourceOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** Prints what to do after a check whose verdict was recorded. */
export function showNext(context: Context, course: Course, verdict: Verdict, recorded: Recorded): void {
  const { next, finished, workspace } = recorded;
  const nameFile = namesOnScreen(context, workspace.root);
  if (!verdict.passed) return;
  if (finished) {
    const count = course.steps.length;
    context.print(
      `\nAll ${count} steps are passed: the whole pattern stands.\nTest yourself: ${typed("quiz --test")}`,
    );
  } else if (next) {
    const how = next.made
      ? "your code is carried over, with the next task at its end"
      : "it was there already";
    context.print(`\nNext is step ${next.step.number}, ${next.step.title}.`);
    context.print(`Edit ${nameFile(next.file)} (${how}).`);
    context.print(`Then type: ${typed("check")}\nThe lesson: ${typed("lesson")}`);
  } else {
    const open = workspace.progress.step;
    context.print(`\nStill open: ${open}. Type: ${typed(`lesson ${open}`)}`);
  }
}

/** Prints Markdown. */
export async function showMarkdown(context: Context, text: string): Promise<void> {
  const { renderMarkdown } = await import("../terminal/markdown.ts");
  context.print(renderMarkdown(text, context.canvas).trimEnd());
}

/**
 * Prints a reference solution, and how it differs from the learner's file.
 *
 * @param own the learner's file; null: there is none
 */
export async function showSolution(
  context: Context,
  step: Step,
  code: string,
  _language: Language,
  own: { name: string; text: string } | null,
): Promise<void> {
  context.print(`The solution of step ${step.number}:\n\n${code}`);
  if (own) context.print(`(compare with ${own.name})`);
}
