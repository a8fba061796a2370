/**
 * Marks the processes that the program starts, so that they are found again whoever their parent is by then, and makes
 * them listen on 127.0.0.1 only: each gets the run's mark and loopback.ts, whatever environment the program gives it.
 */

import { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { MARK } from "../run-mark.ts";
import { tell } from "./channel.ts";

const { apply, get, set } = Reflect;
const { isArray } = Array;

/** What to add to an environment, as "NAME=value". */
function addition(environment: unknown[], mark: string, loopback: string): unknown[] {
  const options = environment.find((pair) => typeof pair === "string" && pair.startsWith("NODE_OPTIONS="));
  // Double quotes for blanks, and a backslash before a quote: https://nodejs.org/api/cli.html#node_optionsoptions
  const quoted = `"${loopback.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  const required = `--require ${quoted}`;
  const others = environment.filter((pair) => pair !== options);
  return [
    ...others,
    `${typeof options === "string" ? options : "NODE_OPTIONS="} ${required}`,
    `${MARK}=${mark}`,
  ];
}

function patch(holder: unknown, mark: string, loopback: string): void {
  if (typeof holder !== "object" || holder === null) return;
  const spawn: unknown = get(holder, "spawn");
  if (typeof spawn !== "function") return;
  set(holder, "spawn", function (this: unknown, ...args: unknown[]): unknown {
    tell({ say: "offspring" });
    const [options] = args;
    const environment: unknown = typeof options === "object" && options !== null && get(options, "envPairs");
    if (isArray(environment)) set(Object(options), "envPairs", addition(environment, mark, loopback));
    return apply(spawn, this, args);
  });
}

/**
 * Removes the mark from the program's own environment, where the program could see that it is checked, and passes it on
 * to the processes that the program starts.
 *
 * @param folder where this code lies, absolute
 */
export function markOffspring(folder: string): void {
  const mark = process.env[MARK] ?? "";
  const loopback = join(folder, "loopback.cjs");
  delete process.env[MARK];
  patch(ChildProcess.prototype, mark, loopback);
  // execSync and its like start processes through native code of their own:
  // https://nodejs.org/api/deprecations.html#DEP0111
  const binding: unknown = get(process, "binding");
  if (typeof binding !== "function") return;
  try {
    patch(apply(binding, process, ["spawn_sync"]), mark, loopback);
  } catch {
    // This Node does not have it. Then a process that the program started in this way, and left behind on purpose, is
    // not found.
  }
}
