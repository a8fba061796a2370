/** Whether the program does nothing but wait, in its own thread and in those that Node and native code keep for it. */

import { createHook } from "node:async_hooks";
import { intact } from "./intact.ts";

const { get } = Reflect;
const IntactPromise = Promise;

/** How long the program must have done nothing, in ms. */
const QUIET = 25;
/** How much of the processor it may have had meanwhile, in ms. */
const IDLE = 3;
/** How many times QUIET a program is waited for that has the processor, and one that others work for. */
const MOST_BUSY = 16;
const MOST_SERVED = 200;
/** How long it may be that a job is done in another thread of which nothing tells whether it is, in ms. */
const LONGEST_UNSURE = 100;

/** Something that another thread does. `type`: the name of its async resource. */
interface Job {
  type: string;
  resource: object;
  begun: number;
}

/** What the program has not been told the end of yet, by the number of its async resource. */
const jobs = new Map<number, Job>();
const excused = new WeakSet<object>();

/** The names of such resources: files, node:crypto, node:dns, and those of modules in native code, such as bcrypt. */
const JOB = /^FSREQ|^FILEHANDLECLOSEREQ$|^(?!HTTP).*REQUEST$|REQWRAP$|AsyncWorker$|^napi/;
const CRYPTO = /REQUEST$/;

/** Begins to watch what is done in other threads. What has been begun before is not known of. */
export function watchJobs(): void {
  const hook = createHook({
    init(id, type, _trigger, resource) {
      if (JOB.test(type)) jobs.set(id, { type, resource, begun: intact.now() });
    },
    before: (id) => void jobs.delete(id),
  });
  hook.enable();
}

/** A request that has been made and is not begun: it does not count, or from when it is begun on it does again. */
export function excuse(request: object, isExcused: boolean): void {
  if (isExcused) excused.add(request);
  else excused.delete(request);
}

/** Whether a job can be one that was done at once, by a function such as scryptSync. */
function mayBeOver({ type, resource, begun }: Job): boolean {
  if (!CRYPTO.test(type) || get(resource, "ondone") !== undefined) return false;
  // WebCrypto makes no such jobs, and its others cannot be told from those of the functions that end in Sync.
  return type === "RANDOMBYTESREQUEST" || intact.now() - begun > LONGEST_UNSURE;
}

function hasJobs(): boolean {
  for (const [id, job] of jobs) {
    if (mayBeOver(job)) jobs.delete(id);
    else if (!excused.has(job.resource)) return true;
  }
  return false;
}

/** How much of the processor this process has had, in ms: all of its threads. */
function processorTime(): number {
  const { user, system } = intact.cpuUsage();
  return (user + system) / 1000;
}

/** Waits until the program has done nothing but wait for QUIET ms, or for long enough. */
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
