/**
 * Runs tasks side by side. Where time may have decided a result, the task is run again, alone, when all others are
 * done. Alone means that no other program works: one that sleeps until its deadline is in nobody's way.
 */

import type { CheckTask, Outcome, Running, Task } from "./check-submission.ts";
import type { Row } from "./row.ts";

/** For how long a program has to have slept until another one is started, in ms. */
const ASLEEP = 250;
/** How often to look whether they sleep, in ms. */
const LOOKING = 50;

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
  await sideBySide(tasks, jobs, async (task) => {
    const outcome = await check(task);
    if (outcome.doubtful) doubts.push({ task, first: outcome });
    else keep(task, outcome.row);
  });
  const turns = new Turns();
  await sideBySide(doubts, jobs, async ({ task, first: { row } }) => {
    const programs = await turns.begin();
    const again = await check(task, { before: row, started: (program) => programs.push(program) });
    turns.end(programs);
    keep(task, settled(row, again.row));
  });
}

/** Works on every item, on so many at a time, and begins with the first. */
async function sideBySide<T>(items: readonly T[], most: number, work: (item: T) => Promise<void>) {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.max(1, most) }, worker));
}

/** Lets one run after the other begin: each once all programs of those that have begun sleep. */
class Turns {
  readonly #running = new Set<Running[]>();
  #last: Promise<void> = Promise.resolve();

  /** Waits for a turn. The programs of the run have to be put into the list as they are started. */
  async begin(): Promise<Running[]> {
    const programs: Running[] = [];
    const turn = this.#last.then(async () => {
      while (![...this.#running].every(areAsleep)) await later(LOOKING);
      this.#running.add(programs);
    });
    this.#last = turn;
    await turn;
    return programs;
  }

  end(programs: Running[]): void {
    this.#running.delete(programs);
  }
}

/** Whether all programs of a run sleep. Where none lives, the grader itself is at work for it. */
function areAsleep(programs: readonly Running[]): boolean {
  const living = programs.flatMap((program) => program.sleepsFor() ?? []);
  return living.length > 0 && living.every((ms) => ms >= ASLEEP);
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
