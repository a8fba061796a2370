/**
 * Watches every error that the program throws, also those that it catches, and which nobody else hears of. By V8's debugger,
 * from inside (https://chromedevtools.github.io/devtools-protocol/v8/Debugger/#method-setPauseOnExceptions): it pauses at
 * each, tells, and goes on. That slows a program down, so it is done only in a boot that is to say why another one failed.
 */

import inspector from "node:inspector";
import { faultOf } from "./places-in-stacks.ts";
import { report } from "./requests.ts";

/** How many errors are told of: a program may throw in a loop. */
const MOST = 200;
/** Under this name the debugger hands over what was thrown. */
const KEY = Symbol.for("refresh-tutor:thrown");

export function watchThrows(): void {
  const session = new inspector.Session();
  session.connect();
  let told = 0;
  let busy = false;
  const tellOf = (thrown: unknown) => {
    const fault = faultOf(thrown);
    if (fault.place === null || told >= MOST) return;
    told += 1;
    report(null, { kind: "caught", fault });
  };
  Object.defineProperty(globalThis, KEY, { value: tellOf });
  session.on("Debugger.paused", ({ params: { data } }) => {
    const id: unknown = data && Reflect.get(data, "objectId");
    // What is thrown while one is looked at is our own.
    if (busy || typeof id !== "string") return;
    busy = true;
    session.post(
      "Runtime.callFunctionOn",
      {
        objectId: id,
        functionDeclaration: `function () { globalThis[Symbol.for("refresh-tutor:thrown")](this) }`,
        silent: true,
      },
      () => {},
    );
    busy = false;
  });
  session.post("Debugger.enable");
  session.post("Debugger.setPauseOnExceptions", { state: "all" });
}
