/** Starts the child process that a learner's program will run in. */

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { parse } from "node:path";
import { pathToFileURL } from "node:url";
import { shipped } from "../../base/package.ts";
import { workingFolder } from "../../base/paths.ts";
import { MARK } from "./run-mark.ts";
import { ownGroup } from "./processes.ts";

const MOST_HEAP_MB = 384;

/** `inspect`: make it possible to find out where it is busy, which costs some time. */
export interface Launch {
  /** With TypeScript's loader. */
  typescript: boolean;
  inspect?: boolean;
  /** Where the child is started (absolute), and what it finds in its environment; the tutor's own unless given. */
  place?: { folder: string; environment: NodeJS.ProcessEnv };
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
  return spawn(process.execPath, [...flags, shipped("dist/guest/main.cjs")], {
    // In a folder that has been deleted nothing can be started.
    cwd: place?.folder ?? workingFolder() ?? parse(process.execPath).root,
    env: environment(place?.environment ?? process.env, mark),
    stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
    detached: ownGroup,
    windowsHide: true,
  });
}
