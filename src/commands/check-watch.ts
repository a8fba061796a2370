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
import { RunningKeys } from "./running-keys.ts";
import { namesOnScreen } from "./step-and-workspace.ts";

/** Clears the screen, and what has scrolled off it. */
const CLEAR = "\u001b[2J\u001b[3J\u001b[H";

/** Watches the first task of a job, until the learner ends it or the reader of standard output has gone. */
export async function watchJob(
  { course, tasks, workspace, deadlines, onFile }: Job,
  context: Context,
): Promise<Outcome> {
  const [task] = tasks;
  if (!task) return "done";
  const { step, file } = task;
  const nameFile = namesOnScreen(context, workspace?.root ?? null, file);
  const inPlace = context.interactive && !context.plain;
  /** The line that stands there while a check runs; "": none. */
  let said = "";
  /** Whether it is known what does not hold. */
  let failing = false;
  const sayMeanwhile = (line: string) => {
    if (line === said) return;
    // Only one line can be typed over.
    context.retype?.(truncate(line, context.canvas.width - 1, "..."));
    said = line;
  };
  let begun = performance.now();
  const sayChecking = () => {
    const seconds = Math.floor((performance.now() - begun) / 1000);
    sayMeanwhile(`Checking step ${step.number}${seconds > 0 ? `, ${seconds} s so far` : ""}`);
  };
  const printInPlace = (text: string) => {
    if (said !== "") context.retype?.("");
    said = "";
    context.print(inPlace ? wholeFrame(`${CLEAR}${text}`) : `${text}\n`);
  };
  const show = ({ verdict, sources, at }: Seen) => {
    const sourceOf = (path: string) => sources.get(path) ?? null;
    const serveCommand = typed(`serve ${step.number}${onFile}`);
    const options = { ...context.canvas, nameFile, sourceOf, typed, nextCommand: null, serveCommand };
    const checked = wrap(`Checked at ${at} in ${Math.round(verdict.ms)} ms.`, context.canvas.width);
    printInPlace([renderVerdict(verdict, options), ...checked, foot].join("\n"));
  };
  const showAndRecord = (seen: Seen) => {
    show(seen);
    const { verdict, sources } = seen;
    const sourceOf = (path: string) => sources.get(path) ?? null;
    const trouble = workspace && recordVerdict(workspace, course, verdict, sourceOf).trouble;
    if (trouble) context.warn(`${trouble.message} ${trouble.next}`);
  };
  let fail: (error: unknown) => void = () => {};
  const live = new LiveCheck(deadlines, true, {
    began: () => {
      begun = performance.now();
      failing = false;
      // What was said of the save before is not true of this one.
      if (said !== "") sayChecking();
    },
    tick: () => failing || sayChecking(),
    failing: (title) => {
      failing = true;
      sayMeanwhile(`Does not hold: ${title}`);
    },
    verdict: showAndRecord,
    // Printed lines cannot be changed any more.
    advised: inPlace ? show : null,
    other: () => {},
    dropped: (why) => why !== null && printInPlace(`${why} ${foot}`),
    broke: (error) => fail(error),
  });
  const keys = new RunningKeys(context, [{ key: "c", label: "check", press: () => live.now() }]);
  const foot = wrap(`Watching ${nameFile(file)}. ${keys.howToEnd}`, context.canvas.width)
    .map((line) => paintOf(context.canvas).dim(line))
    .join("\n");
  try {
    live.follow(step, file);
    live.now();
    return await new Promise<Outcome>((resolve, reject) => {
      fail = reject;
      if (context.closed.aborted) resolve("done");
      context.closed.addEventListener("abort", () => resolve("done"));
      void keys.ended.then(resolve);
    });
  } finally {
    keys.end();
    await live.end();
  }
}
