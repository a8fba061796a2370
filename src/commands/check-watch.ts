/** `check --watch`: checks now and again on every save, until it is ended. */

import { typed } from "../base/invocation.ts";
import { paintOf } from "../drawing/style.ts";
import { truncate, wrap } from "../drawing/text.ts";
import { renderVerdict } from "../drawing/verdict.ts";
import { wholeFrame } from "../drawing/whole-frame.ts";
import { LiveCheck } from "../watching/live-check.ts";
import type { Seen } from "../watching/live-check.ts";
import { recordVerdict } from "../workspace/record-verdict.ts";
import type { Job } from "./check-job.ts";
import type { Context, Outcome } from "./context.ts";
import { namesOnScreen } from "./step-and-workspace.ts";

/** Clears the screen, and what has scrolled off it. */
const CLEAR = "\u001b[2J\u001b[3J\u001b[H";

/** Watches the first task of a job. Returns when the reader of standard output has gone; Ctrl-C ends the process. */
export async function watchJob(
  { course, tasks, workspace, deadlines }: Job,
  context: Context,
): Promise<Outcome> {
  const [task] = tasks;
  if (!task) return "done";
  const { step, file } = task;
  const nameFile = namesOnScreen(context, workspace?.root ?? null, file);
  const inPlace = context.interactive && !context.plain;
  let saysChecking = false;
  const sayMeanwhile = (line: string) => {
    // Only one line can be typed over.
    context.retype?.(truncate(line, context.canvas.width - 1, "..."));
    saysChecking = true;
  };
  const sayChecking = () => sayMeanwhile(`Checking step ${step.number}`);
  const printInPlace = (text: string) => {
    if (saysChecking) context.retype?.("");
    saysChecking = false;
    context.print(inPlace ? wholeFrame(`${CLEAR}${text}`) : `${text}\n`);
  };
  const foot = wrap(`Watching ${nameFile(file)}. Ctrl-C ends it.`, context.canvas.width)
    .map((line) => paintOf(context.canvas).dim(line))
    .join("\n");

  const show = ({ verdict, sources, at }: Seen) => {
    const sourceOf = (path: string) => sources.get(path) ?? null;
    const options = { ...context.canvas, nameFile, sourceOf, typed, nextCommand: null };
    const checked = wrap(`Checked at ${at} in ${Math.round(verdict.ms)} ms.`, context.canvas.width);
    printInPlace([renderVerdict(verdict, options), ...checked, foot].join("\n"));
  };
  const showAndRecord = (seen: Seen) => {
    show(seen);
    const { verdict } = seen;
    const trouble = workspace && recordVerdict(workspace, course, verdict).trouble;
    if (trouble) context.warn(`${trouble.message} ${trouble.next}`);
  };
  let fail: (error: unknown) => void = () => {};
  const live = new LiveCheck(deadlines, true, {
    // What was said of the save before is not true of this one.
    began: () => saysChecking && sayChecking(),
    tick: () => saysChecking || sayChecking(),
    failing: (title) => sayMeanwhile(`Does not hold: ${title}`),
    verdict: showAndRecord,
    // Printed lines cannot be changed any more.
    advised: inPlace ? show : null,
    other: () => {},
    dropped: (why) => why !== null && printInPlace(`${why} ${foot}`),
    broke: (error) => fail(error),
  });
  try {
    live.follow(step, file);
    live.now();
    return await new Promise<Outcome>((resolve, reject) => {
      fail = reject;
      if (context.closed.aborted) resolve("done");
      context.closed.addEventListener("abort", () => resolve("done"));
    });
  } finally {
    await live.end();
  }
}
