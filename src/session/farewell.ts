/** What stays on the screen after a session. Pure. */

import { typed } from "../base/invocation.ts";
import type { Canvas } from "../drawing/canvas.ts";
import { wrap } from "../drawing/text.ts";
import { statusLines } from "./draw-session.ts";
import { partIsDone } from "./keys.ts";
import { pageOf } from "./pages.ts";
import { seenHere } from "./state.ts";
import type { State } from "./state.ts";

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
  const kept = `Your progress is kept. To go on: ${typed("start")}`;
  const stands =
    state.place.step.part === "one"
      ? `All four steps pass. Want to test yourself? ${typed("quiz --test")}`
      : "Your server holds against every attack of this course.";
  const next = partIsDone(state) ? stands : kept;
  return [...last, ...statusLines(calm, canvas), ...wrap(next, canvas.width)].join("\n");
}
