/**
 * What the program starts must be found again, whoever its parent is by then, and must listen on 127.0.0.1 only: each
 * process that it starts is given the run's mark and loopback.ts, whatever environment the program wants for it.
 */

import { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { MARK } from "../run-mark.ts";
import { tell } from "./channel.ts";

const { apply, get, set } = Reflect;
const { isArray } = Array;

/** What is added to an environment, as "NAME=value". */
function addition(environment: unknown[], mark: string, loopback: string): unknown[] {
  const options = environment.find((pair) => typeof pair === "string" && pair.startsWith("NODE_OPTIONS="));
  // https://nodejs.org/api/cli.html#node_optionsoptions: blanks in double quotes, a backslash escapes.
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
 * Takes the mark out of the program's own environment, where it could tell a check from real life, and has it handed on.
 * `folder`: where this code lies, absolute.
 */
export function markOffspring(folder: string): void {
  const mark = process.env[MARK] ?? "";
  const loopback = join(folder, "loopback.cjs");
  delete process.env[MARK];
  patch(ChildProcess.prototype, mark, loopback);
  // execSync and its like start processes through a binding of their own: https://nodejs.org/api/deprecations.html#DEP0111
  const binding: unknown = get(process, "binding");
  if (typeof binding !== "function") return;
  try {
    patch(apply(binding, process, ["spawn_sync"]), mark, loopback);
  } catch {
    // A Node without it: what was started so and left behind on purpose is then not found.
  }
}
