/**
 * Loaded into a learner's program after preload.cjs: on SIGUSR2 it writes down what a thief of the memory would see, every
 * string of the heap and every Buffer, and says so by a second file.
 */
"use strict";

const { isMainThread } = require("node:worker_threads");

if (isMainThread && process.env.LOOK_INSIDE) {
  const file = process.env.LOOK_INSIDE;
  delete process.env.LOOK_INSIDE;
  const { Session } = require("node:inspector");
  const { renameSync, writeFileSync } = require("node:fs");
  const { writeHeapSnapshot } = require("node:v8");

  process.on("SIGUSR2", () => {
    // First, since what is made of the Buffers below is strings, too.
    writeHeapSnapshot(`${file}.heap`);
    const session = new Session();
    session.connect();
    const ask = (method, params) => {
      let answer;
      session.post(method, params, (error, result) => (answer = result));
      return answer;
    };
    const { result } = ask("Runtime.evaluate", { expression: "Uint8Array.prototype" });
    const { objects } = ask("Runtime.queryObjects", { prototypeObjectId: result.objectId });
    const buffers = ask("Runtime.callFunctionOn", {
      objectId: objects.objectId,
      returnByValue: true,
      functionDeclaration: `function () {
        const proper = this.filter((one) => ArrayBuffer.isView(one) && one.length >= 8 && one.length <= 4096);
        return proper.map((bytes) => {
          let hex = "";
          for (const byte of bytes) hex += (byte < 16 ? "0" : "") + byte.toString(16);
          return hex;
        });
      }`,
    });
    writeFileSync(`${file}.buffers`, JSON.stringify(buffers.result.value));
    session.disconnect();
    writeFileSync(`${file}.part`, "");
    renameSync(`${file}.part`, `${file}.done`);
  });
}
