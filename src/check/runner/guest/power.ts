/**
 * The power that fails in the moment an answer has been given. From outside of the process it is luck what was written
 * by then; from inside it is not: what the program does not wait for is written too late, and the process ends within
 * the answer's `end`.
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
   * Ends the process by SIGKILL as soon as the next answer is with the kernel, before the program comes to anything else.
   * From now on, files are written asynchronously only while the program does nothing but wait.
   */
  cutAtNextAnswer(): void;
}

/** What changes files, by its name in Node's own binding. */
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
/** What opens files; the second argument says for what. */
const OPENS = ["open", "openFileHandle"];

/** Those that wait for their turn: each is begun then, and calls `end` when it has been done. */
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

/** Begins something. Returns why it cannot be done; a job of Node 26 returns that itself. */
function refusalOf(begin: () => unknown): unknown {
  try {
    return begin();
  } catch (error) {
    return error;
  }
}

/** Begins something later that calls `request[name]` when it has been done. */
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

/** Begins something later whose result is a promise. */
async function holdPromise(begin: () => unknown): Promise<unknown> {
  const end = await new IntactPromise<() => void>((resolve) => void enqueue(resolve));
  try {
    return await begin();
  } finally {
    end();
  }
}

/** Ends the process, all threads at once. */
function cut(): void {
  intact.kill(pid, "SIGKILL");
}

/** Cuts as soon as nothing of an answer waits to be taken by the kernel. */
function cutWhenSent(socket: unknown): void {
  // Whatever else is told of the answer has been told by then.
  flush();
  const waiting =
    hasMembers(socket) && get(socket, "destroyed") !== true && Number(get(socket, "writableLength")) > 0;
  if (waiting) intact.setImmediate(() => cutWhenSent(socket));
  else cut();
}

/** Holds back what writes files asynchronously, whenever `isHeld` says so. */
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
 * Gets ready to cut the power. To be called before the program runs, and after `watchAnswers`: the answer is then told
 * of before the cut. Not held back: what other threads and processes write, and modules in native code.
 */
export function holdWrites(): Power {
  let armed = false;
  holdFiles(() => armed);
  wrap(
    Object(ServerResponse.prototype),
    "end",
    (original) =>
      function (...args) {
        // Node may take it away from an answer that has been given.
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
