/** The way of a run: what is known already is kept, the rest is run, and at the end the rows are put in order. */

import type { Course } from "../course/course.ts";
import { nameInClass } from "./check-submission.ts";
import type { CheckTask, Task } from "./check-submission.ts";
import { digestsOf } from "./digest.ts";
import type { Digests } from "./digest.ts";
import type { OpenRun } from "./open-run.ts";
import type { Plan } from "./plan.ts";
import { firstOfIdentical, identicalTo, keyOf, TRIED_AGAIN } from "./row.ts";
import type { Row } from "./row.ts";
import type { MatchedRoster } from "./roster.ts";
import { runTasks } from "./run-tasks.ts";
import { shardHeader } from "./shard-file.ts";
import type { ShardFooter } from "./shard-file.ts";
import type { Submission } from "./submission.ts";

export interface Watching {
  /** Called once, before anything runs: how many rows are known from before, and how many tasks there are. */
  begin(known: number, tasks: number): void;
  /** Called with each row that was run. */
  tell(row: Row): void;
}

function keyOfTask({ submission, step }: Task): string {
  return keyOf({ id: submission.id, step: step.number });
}

/** Grades what a plan says into an open run; when it returns, every row of the plan is in the results, in order. */
export async function gradeClass(
  plan: Plan,
  { results, reusable, header }: OpenRun,
  roster: MatchedRoster | null,
  course: Course,
  jobs: number,
  check: CheckTask,
  watching: Watching,
): Promise<void> {
  results.keepOnly(new Set([...plan.tasks.map(keyOfTask), ...plan.decided.map(keyOf)]));
  for (const row of plan.decided) results.add(row);
  const digests = digestsOnce(course);
  const isKnown = (task: Task) => {
    const known = results.find(keyOfTask(task));
    if (!known || !reusable || TRIED_AGAIN.includes(known.status)) return false;
    const sameFile = known.file === nameInClass(task.submission, task.file);
    return sameFile && known.content === digests(task.submission).content;
  };
  const open = plan.tasks.filter((task) => !isKnown(task));
  watching.begin(plan.tasks.length - open.length, open.length);
  await runTasks(open, jobs, check, (task, row) => {
    const { content, codeFor } = digests(task.submission);
    const whole = { ...row, content, code: codeFor(task.step) };
    results.add(whole);
    watching.tell(whole);
  });
  const shared = firstOfIdentical(results.briefs());
  // A roster may have come, or have changed, since a row was written.
  const names = new Map(plan.tasks.map(({ submission: { id, name } }) => [id, name]));
  const finished = (row: Row): Row => ({
    ...row,
    name: names.get(row.id) ?? row.name,
    identical: identicalTo(row, shared),
  });
  const { shard, run, count } = header;
  if (shard === null) return results.finish(finished);
  // Who else has handed in the same is known only once all shards are merged.
  results.finish((row) => ({ ...finished(row), identical: null }), {
    first: shardHeader(header, shard, roster),
    last: (digest): ShardFooter => ({ schema: 1, kind: "done", run, count, digest }),
  });
}

/** Digests of submissions, of which the last is kept: the rows of one submission come one after the other. */
function digestsOnce(course: Course): (submission: Submission) => Digests {
  const kept = new Map<string, Digests>();
  const MOST = 16;
  return (submission) => {
    const known = kept.get(submission.id);
    if (known) return known;
    const made = digestsOf(submission, course);
    if (kept.size >= MOST) kept.clear();
    kept.set(submission.id, made);
    return made;
  };
}
