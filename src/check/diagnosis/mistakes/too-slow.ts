/** Each request was answered in time, but all of them together took too long. */

import { requestLine } from "../../judge/read-transcript.ts";
import type { Mistake } from "../mistake.ts";
import { lastEntered } from "../read-evidence.ts";

export const tooSlow: Mistake = {
  id: "too-slow",
  find({ transcript, failure }) {
    if (!transcript.tooSlow || failure.check.id !== "answers-in-time") return null;
    const [slowest] = transcript.exchanges.toSorted((a, b) => b.ms - a.ms);
    if (!slowest || !slowest.response) return null;
    const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
    return {
      title: "The app is too slow for a check to come to its end",
      why: `Every request was answered, but a check sends some 25, and after ${seconds(transcript.ms)} they were not through. The slowest was ${requestLine(slowest.request)} with ${seconds(slowest.ms)}.`,
      fix: "Look for what waits or computes with every request, and make that shorter; or give the check more time with --timeout.",
      place: lastEntered(slowest)?.place ?? null,
    };
  },
};
