/** The files that the program reads and writes in other threads, as Node's own code for files knows them. */

import { intact } from "./intact.ts";
import { hasMembers, put, standIn } from "./wrap.ts";

const { apply, get, set } = Reflect;

/**
 * Node 26 has these for a whole file or folder (https://github.com/nodejs/node/blob/main/lib/fs.js): `run` begins the
 * work, or returns why that is impossible; `ondone` is called at its end. Unlike requests, they are not active
 * resources.
 */
export const WRITING_JOBS = ["WriteFileJob", "CpDirJob"];
const JOBS = ["ReadFileJob", ...WRITING_JOBS];

/** How many of these jobs have begun but not ended. */
let jobsUnderway = 0;

/**
 * The native code that all asynchronous functions of node:fs and node:fs/promises call
 * (https://nodejs.org/api/deprecations.html#DEP0111: `process.binding`); an empty object where Node does not give it.
 */
export function bindingOfFiles(): Record<string, unknown> {
  const binding: unknown = get(process, "binding");
  try {
    const files: unknown = typeof binding === "function" ? apply(binding, process, ["fs"]) : null;
    return hasMembers(files) ? files : {};
  } catch {
    return {};
  }
}

/** Replaces `run` of jobs, by their names. The replacement gets the job and the function that begins it. */
export function holdJobs(
  binding: Record<string, unknown>,
  names: readonly string[],
  hold: (job: object, begin: () => unknown) => unknown,
): void {
  for (const name of names) {
    const job = binding[name];
    const prototype = hasMembers(job) ? job["prototype"] : undefined;
    const run = hasMembers(prototype) ? prototype["run"] : undefined;
    if (!hasMembers(prototype) || typeof run !== "function") continue;
    const held = function (this: object, ...args: unknown[]): unknown {
      return hold(this, () => apply(run, this, args));
    };
    put(prototype, "run", standIn(run, held));
  }
}

/** Starts to count the jobs. To be called before the program runs. */
export function watchFileJobs(): void {
  holdJobs(bindingOfFiles(), JOBS, (job, begin) => {
    const finish: unknown = get(job, "ondone");
    const finished = function (this: unknown, ...args: unknown[]): unknown {
      jobsUnderway -= 1;
      return typeof finish === "function" ? apply(finish, this, args) : undefined;
    };
    set(job, "ondone", finished);
    jobsUnderway += 1;
    const refusal = begin();
    // A job that was refused has no end.
    if (refusal !== undefined) jobsUnderway -= 1;
    return refusal;
  });
}

/** How many files the program is reading or writing at this moment. */
export function filesUnderway(): number {
  let count = jobsUnderway;
  for (const name of intact.activeResources()) {
    if (name === "FSReqCallback" || name === "FSReqPromise") count += 1;
  }
  return count;
}
