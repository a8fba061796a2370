/**
 * A power cut at the moment of an answer. Killed from outside, a program has written as much as luck allows by then.
 * From inside it is exact: what the program does not wait for is not written yet, and the process ends within the
 * answer's `end`.
 */

import { constants } from "node:fs";
import { ServerResponse } from "node:http";
import { flush } from "./channel.ts";
import { bindingOfFiles, holdJobs, WRITING_JOBS } from "./file-work.ts";
import { intact } from "./intact.ts";
import { excuse, untilQuiet, watchJobs } from "./quiet.ts";
import { hasMembers, put, standIn, wrap } from "./wrap.ts";

const { apply, get, set } = Reflect;
const IntactPromise = Promise;
const { pid } = process;

export interface Power {
  /**
   * Ends the process by SIGKILL as soon as the kernel has the next answer, before the program can do anything else.
   * From now on, files are written asynchronously only while the program does nothing but wait.
   */
  cutAtNextAnswer(): void;
}

/** The functions that change files, as Node's own native code names them. */
const WRITES = [
  "chmod",
  "chown",
  "copyFile",
  "fchmod",
  "fchown",
  "fdatasync",
  "fsync",
  "ftruncate",
  "futimes",
  "lchown",
  "link",
  "lutimes",
  "mkdir",
  "mkdtemp",
  "rename",
  "rmdir",
  "symlink",
  "unlink",
  "utimes",
  "writeBuffer",
  "writeBuffers",
  "writeString",
];
/** The functions that open files; their second argument says for what. */
const OPENS = ["open", "openFileHandle"];

/** Writes that wait for their turn. Each is begun then, and calls `end` when it is done. */
const queue: ((end: () => void) => void)[] = [];
let emptying = false;

async function empty(): Promise<void> {
  if (emptying) return;
  emptying = true;
  for (let begin = queue.shift(); begin; begin = queue.shift()) {
    const next = begin;
    await untilQuiet();
    await new IntactPromise<void>((resolve) => next(resolve));
  }
  emptying = false;
}

function enqueue(begin: (end: () => void) => void): void {
  queue[queue.length] = begin;
  void empty();
}

/** Begins something, and returns why that was impossible. Requests throw that; a job of Node 26 returns it. */
function refusalOf(begin: () => unknown): unknown {
  try {
    return begin();
  } catch (error) {
    return error;
  }
}

/** Begins something later that calls `request[name]` when it is done. */
function holdRequest(request: object, name: string, begin: () => unknown): void {
  excuse(request, true);
  enqueue((end) => {
    excuse(request, false);
    const finish: unknown = get(request, name);
    const finished = function (this: unknown, ...args: unknown[]): unknown {
      end();
      return typeof finish === "function" ? apply(finish, this, args) : undefined;
    };
    set(request, name, finished);
    const refusal = refusalOf(begin);
    if (refusal !== undefined) apply(finished, request, [refusal]);
  });
}

/** Begins something later that gives a promise. */
async function holdPromise(begin: () => unknown): Promise<unknown> {
  const end = await new IntactPromise<() => void>((resolve) => void enqueue(resolve));
  try {
    return await begin();
  } finally {
    end();
  }
}

/** Ends the process with all its threads, at once. */
function cut(): void {
  intact.kill(pid, "SIGKILL");
}

/** Cuts the power as soon as the kernel has all of an answer. */
function cutWhenSent(socket: unknown): void {
  // Sends what was to go with the next message, because there is no next message.
  flush();
  const waiting =
    hasMembers(socket) && get(socket, "destroyed") !== true && Number(get(socket, "writableLength")) > 0;
  if (waiting) intact.setImmediate(() => cutWhenSent(socket));
  else cut();
}

/** Holds back the functions that write files asynchronously, whenever `isHeld` says so. */
function holdFiles(isHeld: () => boolean): void {
  const binding = bindingOfFiles();
  const { FSReqCallback, kUsePromises } = binding;
  const isRequest = (value: unknown) => typeof FSReqCallback === "function" && value instanceof FSReqCallback;
  const { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND } = constants;
  const writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;

  for (const name of [...WRITES, ...OPENS]) {
    const original = binding[name];
    if (typeof original !== "function") continue;
    const held = function (this: unknown, ...args: unknown[]): unknown {
      const begin = (): unknown => apply(original, this, args);
      if (!isHeld() || (OPENS.includes(name) && (Number(args[1]) & writing) === 0)) return begin();
      if (args.includes(kUsePromises)) return holdPromise(begin);
      const request = args.find(isRequest);
      if (hasMembers(request)) return holdRequest(request, "oncomplete", begin);
      return begin();
    };
    put(binding, name, standIn(original, held));
  }
  holdJobs(binding, WRITING_JOBS, (job, begin) => (isHeld() ? holdRequest(job, "ondone", begin) : begin()));
}

/**
 * Prepares for a power cut. To be called before the program runs, and after `watchAnswers`, so that the host hears of
 * the answer before the cut. What other threads and processes write, and native modules, cannot be held back.
 */
export function holdWrites(): Power {
  let armed = false;
  holdFiles(() => armed);
  wrap(
    Object(ServerResponse.prototype),
    "end",
    (original) =>
      function (...args) {
        // Node may remove the socket from an answer that has been given.
        const socket: unknown = get(this, "socket");
        const result = original(this, args);
        if (armed) cutWhenSent(socket);
        return result;
      },
  );
  return {
    cutAtNextAnswer() {
      if (!armed) watchJobs();
      armed = true;
    },
  };
}
