/**
 * Watches every error that the program throws. Of one that the program itself catches, only this can tell. V8's
 * debugger pauses at each error, from inside
 * (https://chromedevtools.github.io/devtools-protocol/v8/Debugger/#method-setPauseOnExceptions), and lets the program
 * go on. That makes a program slow, so it is done only in a boot that is to explain a failure.
 */

import inspector from "node:inspector";
import { faultOf } from "./places-in-stacks.ts";
import { report } from "./requests.ts";

/** How many errors are told, because a program may throw in a loop. */
const MOST = 200;
/** How many frames each stack trace has meanwhile. A library may throw from far deeper than the usual ten. */
const FRAMES = 100;
/** Under this name, the debugger passes on what was thrown. */
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
    // While one error is looked at, any other is the guest's own.
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
  Reflect.set(Error, "stackTraceLimit", FRAMES);
  session.post("Debugger.enable");
  session.post("Debugger.setPauseOnExceptions", { state: "all" });
}
