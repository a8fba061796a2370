/** What is run once more is run alone: beside programs that sleep, and never beside one that works. */

import { expect, it } from "vitest";
import { findStep, loadCourse } from "../../src/course/course.ts";
import type { Again, CheckTask, Task } from "../../src/grading/check-submission.ts";
import { emptyRow } from "../../src/grading/row.ts";
import { runTasks } from "../../src/grading/run-tasks.ts";

function taskOf(id: string): Task {
  const step = findStep(loadCourse(), "4");
  if (!step) throw new Error("there is no step 4");
  const file = { path: `/nowhere/${id}.js`, name: `${id}.js`, size: 0 };
  const submission = { id, name: id, shape: "file", place: file.name, files: [file] } as const;
  return { submission: { ...submission, aliases: [], late: false, odd: [], trouble: null }, step, file };
}

/**
 * Runs the tasks a and b twice, two at a time, and tells in which order the second runs begin and end.
 *
 * @param first what the second run of a does
 * @param begun called when the second run of b begins
 */
async function secondRuns(first: (again: Again) => Promise<void>, begun: () => void): Promise<string[]> {
  const told: string[] = [];
  const check: CheckTask = async (task, again) => {
    const { id } = task.submission;
    const row = emptyRow(task.submission, "graded", null);
    if (!again) return { row, doubtful: true };
    told.push(`${id} begins`);
    if (id === "a") await first(again);
    else begun();
    told.push(`${id} ends`);
    return { row, doubtful: false };
  };
  await runTasks([taskOf("a"), taskOf("b")], 2, check, () => {});
  return told;
}

it("the next one begins while a program sleeps", async () => {
  let begun = () => {};
  const other = new Promise<void>((resolve) => (begun = resolve));
  const told = await secondRuns(
    async ({ started }) => {
      started({ sleepsFor: () => null });
      started({ sleepsFor: () => 10_000 });
      await other;
    },
    () => begun(),
  );
  expect(told).toEqual(["a begins", "b begins", "b ends", "a ends"]);
});

it.each([
  ["works", [0]],
  ["works beside one that sleeps", [10_000, 0]],
  ["is gone, and the grader looks for the cause", [null]],
])("the next one waits while a program %s", async (_, states) => {
  const told = await secondRuns(
    async ({ started }) => {
      // It is looked at three times; then the run ends, and what its programs do does not matter any more.
      await new Promise<void>((resolve) => {
        let looks = 0;
        for (const state of states) {
          started({
            sleepsFor() {
              looks += 1;
              if (looks === 3) resolve();
              return state;
            },
          });
        }
      });
    },
    () => {},
  );
  expect(told).toEqual(["a begins", "a ends", "b begins", "b ends"]);
});
