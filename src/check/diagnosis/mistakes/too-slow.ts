/** Each request was answered in time, but all together took too long. */

import { requestLine } from "../../judge/read-transcript.ts";
import { placeOfFound } from "../../source/found.ts";
import { timersOf } from "../../source/values.ts";
import { placeOfWait } from "../../source/waits.ts";
import type { Mistake } from "../mistake.ts";
import { isStuckAfter, lastEntered } from "../read-evidence.ts";

export const tooSlow: Mistake = {
  id: "too-slow",
  find({ transcript, failure, exchange, source }) {
    const late = transcript.exchanges.find((one) => one.late?.answered);
    if (late?.late && exchange && late.request.path === exchange.request.path) {
      const wait = placeOfWait(source, late.request);
      return {
        title: `${requestLine(late.request)} is answered too late`,
        why: `It answers, but only after some ${(late.late.ms / 1000).toFixed(1)} s. The check waits ${(late.ms / 1000).toFixed(1)} s for each answer, as an impatient client would.`,
        fix: "Look for what takes the time: a timer, a long computation, something that is waited for; make it shorter. Or give the check more time with --timeout.",
        place: wait ?? lastEntered(late)?.place ?? null,
      };
    }
    if (!transcript.tooSlow || failure.check.id !== "answers-in-time") return null;
    const stuck = transcript.exchanges.find((one) => isStuckAfter(transcript, one));
    if (stuck) {
      const [timer] = timersOf(source);
      return {
        title: "The program's timers come to no end",
        why: "The clock was moved on, so every timer that was set until then had to run. They were not done when the time was over.",
        fix: "Look at how many timers are set, and whether they set others: one that looks through everything now and then is enough.",
        place: timer ? placeOfFound(timer) : null,
      };
    }
    const [slowest] = transcript.exchanges.toSorted((a, b) => b.ms - a.ms);
    if (!slowest || !slowest.response) return null;
    const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
    return {
      title: "The app is too slow for a check to come to its end",
      why: `Every request was answered, but a check sends some 25, and after ${seconds(transcript.ms)} they were not finished. The slowest was ${requestLine(slowest.request)} with ${seconds(slowest.ms)}.`,
      fix: "Look for what waits or computes with every request, and make that shorter; or give the check more time with --timeout.",
      place: lastEntered(slowest)?.place ?? null,
    };
  },
};
