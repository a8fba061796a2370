/** Prints what src/drawing draws, and reads the files that a drawing needs. */

import { readFileSync } from "node:fs";
import type { NameFile } from "../base/file-names.ts";
import { typed } from "../base/invocation.ts";
import type { Step } from "../check/step.ts";
import type { Verdict } from "../check/verdict/verdict.ts";
import { hintsOf, stepsOf } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import { drawAttacks } from "../drawing/closing.ts";
import { drawTranscript } from "../drawing/diagram.ts";
import { drawScene } from "../drawing/scene-diagram.ts";
import { renderDiff } from "../drawing/diff.ts";
import { wrap } from "../drawing/text.ts";
import { renderVerdict } from "../drawing/verdict.ts";
import { learnerFile } from "../workspace/step-files.ts";
import { currentStepOf, stepAfter } from "../workspace/progress.ts";
import type { Recorded } from "../workspace/record-verdict.ts";
import type { Context } from "./context.ts";

/** Prints Markdown. Its parser is large, so it is loaded here. */
export async function showMarkdown(context: Context, text: string): Promise<void> {
  const [{ renderMarkdown }, { picturesOf }] = await Promise.all([
    import("../drawing/markdown.ts"),
    import("../drawing/pictures.ts"),
  ]);
  context.print(renderMarkdown(text, context.canvas, picturesOf(context.canvas)).trimEnd());
}

/** Prints prose, broken where it does not fit. What the learner should type keeps lines of its own. */
export function tell(context: Context, ...lines: string[]): void {
  for (const line of lines) context.print(wrap(line, context.canvas.width).join("\n"));
}

/** The text of the learner's file (absolute); null where it cannot be read any more. */
export function sourceOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/**
 * Prints a verdict.
 *
 * @param onFile what follows a step in a command about this file, such as " --file app.js"
 */
export function showVerdict(context: Context, verdict: Verdict, nameFile: NameFile, onFile: string): void {
  const { number } = verdict.step;
  const nextCommand = verdict.passed ? null : typed(`check ${number}${onFile}`);
  const commands = { typed, nextCommand, serveCommand: typed(`serve ${number}${onFile}`) };
  context.print(renderVerdict(verdict, { ...context.canvas, nameFile, sourceOf, ...commands }).trimEnd());
}

/** Prints what client and server said to each other during a check. */
export function showDiagram(context: Context, { step, transcript, results }: Verdict): void {
  if (transcript.exchanges.length === 0)
    return tell(context, "", "The app did not come up, so there were no requests.");
  const draw = step.part === "one" ? drawTranscript : drawScene;
  context.print(`\n${draw(transcript, results, context.canvas).trimEnd()}`);
}

/** Prints where to go on after a pass, once the pass was recorded. */
export function showNext(
  context: Context,
  course: Course,
  step: Step,
  recorded: Recorded,
  nameFile: NameFile,
): void {
  const { next, finished, workspace } = recorded;
  if (finished) {
    const count = stepsOf(course, step.part).length;
    if (step.part === "two") {
      tell(context, "", `All ${count} steps of part two are passed.`, "");
      const file = learnerFile(workspace.root, step);
      const name = file === null ? "" : nameFile(file);
      const source = file === null ? null : sourceOf(file);
      context.print(drawAttacks(course.partTwo, name, source, context.canvas).join("\n"));
      const save = typed(`solution ${step.number} --save server.${workspace.progress.language}`);
      tell(context, "", `What is still open: ${typed("lesson production")}`);
      return tell(context, "To start a project from the whole server:", save);
    }
    tell(context, "", `All ${count} steps are passed: you have built the whole pattern.`);
    tell(context, `Want to test yourself? ${typed("quiz --test")}`);
    const offered = currentStepOf(workspace.progress, course, "two");
    if (offered.part !== "two") return;
    return tell(context, `Part two makes it fit for production: ${typed(`start --step ${offered.number}`)}`);
  }
  if (next) {
    const { number, title } = next.step;
    const how = next.made ? "your code is in it, the next task at its end" : "as you left it";
    tell(context, "", `Next, step ${number}: ${title}`, `Your file: ${nameFile(next.file)} (${how})`);
    return tell(context, `The lesson: ${typed(`lesson ${number}`)}`, `Then: ${typed(`check ${number}`)}`);
  }
  const open = stepAfter(workspace.progress, course, step);
  if (open) tell(context, "", `Step ${open.number} is still open: ${typed(`lesson ${open.number}`)}`);
}

/**
 * Prints one hint of a step, and how to get the next.
 *
 * @param level counted from 1
 * @param again the command that shows the next one
 */
export async function showHint(context: Context, step: Step, level: number, again: string): Promise<void> {
  const hints = hintsOf(step);
  await showMarkdown(context, hints[level - 1] ?? "");
  const line =
    level < hints.length
      ? `Hint ${level} of ${hints.length}. One level further: ${again}`
      : `That was the last of ${hints.length} hints. The whole answer: ${typed(`solution ${step.number}`)}`;
  tell(context, "", line);
}

/**
 * Prints what has to change for a learner's file to become the solution.
 *
 * @param name of the file
 * @param own its text
 */
export function showDifference(context: Context, name: string, own: string, solution: string): void {
  const difference = renderDiff(own, solution, context.canvas);
  if (difference === null) return;
  if (difference === "") return tell(context, "", `${name} is the same.`);
  tell(context, "", `From ${name} (-) to the solution (+):`, "");
  context.print(difference.trimEnd());
}
