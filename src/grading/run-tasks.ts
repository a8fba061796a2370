/**
 * Runs tasks side by side. Where time may have decided a result, the task is run again, alone, when all others are
 * done.
 */

import type { CheckTask, Outcome, Task } from "./check-submission.ts";
import type { Row } from "./row.ts";

/** What of a row must be the same for two verdicts to be one. */
function verdictIn({ status, passed, cause, checks }: Row): string {
  return JSON.stringify([status, passed, cause, Object.entries(checks).sort()]);
}

/** How a verdict is told in a sentence. */
function inWords({ passed, cause, status }: Row): string {
  return passed ? "passed" : (cause ?? status);
}

/** The row that counts, of two runs of one task. */
function settled(first: Row, again: Row): Row {
  if (again.status === "grader-error" || verdictIn(first) === verdictIn(again)) return again;
  const why = `Two runs came to two verdicts: ${inWords(first)}, and then, alone: ${inWords(again)}.`;
  return { ...again, status: "unstable", passed: null, score: null, why };
}

/**
 * Runs every task.
 *
 * @param jobs how many run at a time
 * @param keep called with each row as soon as it counts, in the order in which they end
 */
export async function runTasks(
  tasks: readonly Task[],
  jobs: number,
  check: CheckTask,
  keep: (task: Task, row: Row) => void,
): Promise<void> {
  const doubts: { task: Task; first: Outcome }[] = [];
  let next = 0;
  const work = async () => {
    for (let task = tasks[next++]; task; task = tasks[next++]) {
      const outcome = await check(task);
      if (outcome.doubtful) doubts.push({ task, first: outcome });
      else keep(task, outcome.row);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, jobs) }, work));
  for (const { task, first } of doubts) keep(task, settled(first.row, (await check(task, first.row)).row));
}
