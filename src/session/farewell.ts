/** What stays on the screen after a session. Pure. */

import { typed } from "../base/invocation.ts";
import type { Course } from "../course/course.ts";
import type { Canvas } from "../drawing/canvas.ts";
import { wrap } from "../drawing/text.ts";
import { currentStepOf, isPartPassed } from "../workspace/progress.ts";
import { statusLines } from "./draw-session.ts";
import { partIsDone } from "./keys.ts";
import { pageOf } from "./pages.ts";
import { seenHere } from "./state.ts";
import type { State, Whereabouts } from "./state.ts";

/**
 * The last verdict where there is one, where the learner is, and how to go on.
 *
 * @param plain the session printed lines: they are still on the screen
 * @param workspaceExists false where its folder was deleted meanwhile
 */
export function farewell(state: State, canvas: Canvas, plain: boolean, workspaceExists: boolean): string {
  const gone = `The folder ${state.setting.folder} is no longer there. To begin again: ${typed("start")}`;
  if (state.place && !workspaceExists) return wrap(gone, canvas.width).join("\n");
  if (!state.place) return `Nothing was made. To begin: ${typed("start")}`;
  const seen = seenHere(state);
  // Lines that were printed are still there.
  const failed = seen !== null && !seen.verdict.passed && !plain;
  const last = failed ? [...pageOf({ ...state, page: { name: "verdict" } }, canvas).lines, ""] : [];
  const calm: State = { ...state, notice: null, checking: null };
  const next = partIsDone(state)
    ? afterPart(state.place, state.setting.course)
    : [`Your progress is kept. To go on: ${typed("start")}`];
  return [
    ...last,
    ...statusLines(calm, canvas),
    ...next.flatMap((sentence) => wrap(sentence, canvas.width)),
  ].join("\n");
}

/** What is said to who has passed every step of the part they are in. */
function afterPart({ step, progress }: Whereabouts, course: Course): string[] {
  if (step.part === "two") return ["Your server holds against every attack of this course."];
  const test = `All four steps pass. Want to test yourself? ${typed("quiz --test")}`;
  if (course.partTwo.length === 0 || isPartPassed(progress, course, "two")) return [test];
  const { number } = currentStepOf(progress, course, "two");
  return [test, `Part two makes your server fit for production: ${typed(`start --step ${number}`)}`];
}
