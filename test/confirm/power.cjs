/**
 * Loaded after preload.cjs where a power cut is tried: an asynchronous write of a file begins late, and a request with
 * the header x-confirm-cut ends the process inside `end` of its answer, when the answer's bytes are with the kernel.
 * So what was not finished by then is always lost. SIGUSR2 is the gentle end: as SIGINT or SIGTERM where the program
 * listens to one of them, else by `process.exit`.
 */
"use strict";

const { isMainThread } = require("node:worker_threads");

const LATE = 25;

if (isMainThread) {
  holdBackWrites();
  cutInsideEnd();
  endGently();
  require("node:module").syncBuiltinESMExports();
}

function holdBackWrites() {
  const fs = require("node:fs");
  const changes = [
    "writeFile",
    "appendFile",
    "write",
    "writev",
    "rename",
    "rm",
    "unlink",
    "copyFile",
    "truncate",
  ];
  for (const name of changes) {
    const change = fs[name];
    fs[name] = (...words) => void setTimeout(() => change.apply(fs, words), LATE);
  }
  const later = (owner, names) => {
    for (const name of names) {
      const change = owner[name];
      if (typeof change !== "function") continue;
      owner[name] = async (...words) => {
        await new Promise((resolve) => setTimeout(resolve, LATE));
        return change.apply(owner, words);
      };
    }
    return owner;
  };
  later(fs.promises, changes);
  const { open } = fs.promises;
  fs.promises.open = async (...words) =>
    later(await open.apply(fs.promises, words), ["write", "writeFile", "appendFile", "writev", "truncate"]);
}

function cutInsideEnd() {
  const { ServerResponse } = require("node:http");
  const { end } = ServerResponse.prototype;
  ServerResponse.prototype.end = function (...words) {
    const ended = end.apply(this, words);
    if (this.req.headers["x-confirm-cut"]) process.kill(process.pid, "SIGKILL");
    return ended;
  };
}

function endGently() {
  process.on("SIGUSR2", () => {
    const signal = ["SIGINT", "SIGTERM", "SIGHUP"].find((name) => process.listenerCount(name) > 0);
    if (signal) {
      process.emit(signal, signal);
      setTimeout(() => process.exit(), 500);
    } else process.exit();
  });
}
