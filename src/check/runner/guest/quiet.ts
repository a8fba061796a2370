/** Whether the program does nothing but wait, in its own thread and in the threads that work for it. */

import { createHook } from "node:async_hooks";
import { intact } from "./intact.ts";
import { processorTime } from "./processor-time.ts";

const { get } = Reflect;
const IntactPromise = Promise;

/** How long the program must have done nothing, in ms. */
const QUIET = 25;
/** How much processor time it may have used meanwhile, in ms. */
const IDLE = 3;
/** How many times QUIET to wait for a program that is busy, and for one that other threads work for. */
const MOST_BUSY = 16;
const MOST_SERVED = 200;
/** A job of another thread may have ended without a sign; after this time, in ms, it counts as ended. */
const LONGEST_UNSURE = 100;

/** Something that another thread does. `type`: the name of its async resource. */
interface Job {
  type: string;
  resource: object;
  begun: number;
}

/** The jobs whose end the program has not heard of yet, by the number of their async resource. */
const jobs = new Map<number, Job>();
const excused = new WeakSet<object>();

/** The names of such resources: files, node:crypto, node:dns, and native modules such as bcrypt. */
const JOB = /^FSREQ|^FILEHANDLECLOSEREQ$|^(?!HTTP).*REQUEST$|REQWRAP$|AsyncWorker$|^napi/;
const CRYPTO = /REQUEST$/;

/** Starts to watch the jobs of other threads. It does not know of those that have begun before. */
export function watchJobs(): void {
  const hook = createHook({
    init(id, type, _trigger, resource) {
      if (JOB.test(type)) jobs.set(id, { type, resource, begun: intact.now() });
    },
    before: (id) => void jobs.delete(id),
  });
  hook.enable();
}

/** A request that was made but is held back does not count; once it begins, it counts again. */
export function excuse(request: object, isExcused: boolean): void {
  if (isExcused) excused.add(request);
  else excused.delete(request);
}

/** Whether a job may have been done at once, by a function such as scryptSync. */
function mayBeOver({ type, resource, begun }: Job): boolean {
  if (!CRYPTO.test(type) || get(resource, "ondone") !== undefined) return false;
  // WebCrypto makes no jobs of this kind. Its other jobs look like those of the functions whose names end in Sync.
  return type === "RANDOMBYTESREQUEST" || intact.now() - begun > LONGEST_UNSURE;
}

function hasJobs(): boolean {
  for (const [id, job] of jobs) {
    if (mayBeOver(job)) jobs.delete(id);
    else if (!excused.has(job.resource)) return true;
  }
  return false;
}

/** Waits until the program has done nothing but wait for QUIET ms, or until that has taken too long. */
export async function untilQuiet(): Promise<void> {
  let [busy, served] = [0, 0];
  while (busy < MOST_BUSY && served < MOST_SERVED) {
    const before = processorTime();
    await new IntactPromise((resolve) => void intact.setTimeout(resolve, QUIET));
    // What the program has left for this turn of the event loop comes first.
    await new IntactPromise<void>((resolve) => void intact.setImmediate(resolve));
    if (hasJobs()) served += 1;
    else if (processorTime() - before > IDLE) busy += 1;
    else return;
  }
}
