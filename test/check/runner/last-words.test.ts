/** What a program told last is heard, although it is asked something when it is dead already. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { send } from "../../../src/check/checker/client.ts";
import { post } from "../../../src/check/requests.ts";
import { Guest } from "../../../src/check/runner/host.ts";
import { DEADLINES } from "../../../src/check/deadlines.ts";
import { emptyFolder } from "../../commands/program.ts";
import { PATIENCE } from "../../patience.ts";

/** Says which process it is, and a while later throws. */
const CRASHES = `const app = require("express")();
app.post("/login", () => {
  require("fs").writeFileSync(__dirname + "/unfinished", String(process.pid));
  require("fs").renameSync(__dirname + "/unfinished", __dirname + "/pid");
  for (const end = Date.now() + 100; Date.now() < end; );
  setImmediate(() => { throw new Error("out of patience"); });
});
app.listen(3000);
`;

/** Whether a process has ended and waits to be noticed: Linux, proc(5), the state after the name in brackets. */
function isDead(pid: string): boolean {
  return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
}

test.skipIf(process.platform !== "linux")("a crash is told with its cause", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "app.js"), CRASHES);
  const guest = new Guest({ typescript: false });
  await guest.boot(join(folder, "app.js"), DEADLINES.boot);
  const sent = send(guest.port, post("/login"), DEADLINES.request, (ms, late) => guest.deadline(ms, late));
  while (!existsSync(join(folder, "pid"))) await new Promise((resolve) => setImmediate(resolve));
  const pid = readFileSync(join(folder, "pid"), "latin1");
  // Without giving up the processor: what the program told is not read yet when the question is written.
  for (const end = performance.now() + PATIENCE; !isDead(pid) && performance.now() < end;);
  await Promise.all([guest.ask({ about: "pulse" }, DEADLINES.request), sent, guest.ended]);
  const told = guest.events.map(({ event }) =>
    event.kind === "uncaught" ? event.fault.message : event.kind,
  );
  expect({ told: told.at(-1), cause: guest.ending?.cause }).toEqual({
    told: "out of patience",
    cause: "fault",
  });
});
