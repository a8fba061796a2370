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

/** A box around the child: it sees nothing and reaches nothing but what it is given. */
export interface Box {
  /** What makes it, and its options; what is to run in it comes after them. */
  command: readonly [string, ...string[]];
  /** The file (absolute) with the filter of its system calls. */
  filter: string;
  /** The only folder (absolute) on a disk that it can write in. */
  room: string;
}

/** `inspect`: make it possible to find out where it is busy, which costs some time. */
export interface Launch {
  /** With TypeScript's loader. */
  typescript: boolean;
  inspect?: boolean;
  /** Where the child is started (absolute), and what it finds in its environment; the tutor's own unless given. */
  place?: { folder: string; environment: NodeJS.ProcessEnv; box: Box | null };
}

/** What Node's --import is to load for TypeScript: a file URL. */
function typescriptLoader(): string {
  return pathToFileURL(createRequire(shipped("package.json")).resolve("tsx")).href;
}

/** The environment of a learner's program: the given one, less what would change how Node itself runs it. */
function environment(given: NodeJS.ProcessEnv, mark: string): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...rest } = given;
  // tsx keeps what it has translated in the system's folder for temporary files: nothing is to be written there.
  return { ...rest, TSX_DISABLE_CACHE: "1", [MARK]: mark };
}

/** Starts a child that waits for what to run. Its stdio is that of ./protocol.ts. `mark`: what it is found again by. */
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
    // In a folder that has been deleted nothing can be started.
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
