/** Starts the child process that a learner's program will run in. */

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "node:path";
import { pathToFileURL } from "node:url";
import { shipped } from "../../base/package.ts";
import { workingFolder } from "../../base/paths.ts";
import { MARK } from "./run-mark.ts";
import { ownGroup } from "./processes.ts";
import { SOCKETS } from "./protocol.ts";
import { SOCKETS_VARIABLE } from "./run-mark.ts";
import { openSocket } from "./sockets.ts";

const MOST_HEAP_MB = 384;

/** A box around the child. It sees and reaches only what it is given. */
export interface Box {
  /** The command that makes the box, with its options. What runs inside is added at the end. */
  command: readonly [string, ...string[]];
  /** The file (absolute) with the filter of its system calls. */
  filter: string;
  /** The only folder (absolute) on a disk in which it can write. */
  room: string;
}

/** What kind of child to start. With `inspect`, it can be asked where it is busy; that makes its start slower. */
export interface Launch {
  /** Whether it gets TypeScript's loader. */
  typescript: boolean;
  inspect?: boolean;
  /** The folder in which the child starts (absolute), its environment and its box; the tutor's own where left out. */
  place?: { folder: string; environment: NodeJS.ProcessEnv; box: Box | null };
}

/** The module that Node's --import loads for TypeScript, as a file URL. */
function typescriptLoader(): string {
  return pathToFileURL(createRequire(shipped("package.json")).resolve("tsx")).href;
}

/** The environment of a learner's program: the given one, without the variables that change how Node itself runs it. */
function environment(given: NodeJS.ProcessEnv, mark: string): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...rest } = given;
  // tsx would keep what it has translated in the system's temporary folder, and the tutor leaves nothing there.
  return { ...rest, TSX_DISABLE_CACHE: "1", [MARK]: mark };
}

/**
 * Starts a child that waits for a file to run. For its stdio, see ./protocol.ts.
 *
 * @param mark by which its processes are found again
 */
export function launch({ typescript, inspect, place }: Launch, mark: string): ChildProcess {
  const flags = [
    `--max-old-space-size=${MOST_HEAP_MB}`,
    "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON",
    ...(inspect ? ["--inspect=127.0.0.1:0"] : []),
    ...(typescript ? ["--import", typescriptLoader()] : []),
    "--require",
    shipped("dist/guest/loopback.cjs"),
  ];
  const words = [process.execPath, ...flags, shipped("dist/guest/main.cjs")];
  const options = {
    // In a folder that has been deleted, no process can be started.
    cwd: place?.folder ?? workingFolder() ?? parse(process.execPath).root,
    env: environment(place?.environment ?? process.env, mark),
    detached: ownGroup,
    windowsHide: true,
  };
  const channels = ["ignore", "pipe", "pipe", "pipe", "pipe"] as const;
  if (!place?.box) return spawn(process.execPath, words.slice(1), { ...options, stdio: [...channels] });
  const [program, ...before] = place.box.command;
  const sockets = SOCKETS.map(openSocket);
  const filter = openSync(place.box.filter, "r");
  try {
    return spawn(program, [...before, ...words], {
      ...options,
      env: { ...options.env, [SOCKETS_VARIABLE]: SOCKETS.join() },
      stdio: [...channels, ...sockets.map(({ descriptor }) => descriptor), filter],
    });
  } finally {
    closeSync(filter);
    for (const socket of sockets) socket.close();
  }
}
