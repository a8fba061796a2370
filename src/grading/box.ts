/**
 * The box that a submission runs in, made by bubblewrap (https://github.com/containers/bubblewrap): no network, no processes
 * but its own, no files but Node, the libraries and its own copy. Linux only.
 */

import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { isBelow } from "../base/file-names.ts";
import { besideLibraries, shipped } from "../base/package.ts";
import type { Box } from "../check/runner/launch.ts";
import { FILTER } from "../check/runner/protocol.ts";
import { openSocket } from "../check/runner/sockets.ts";
import { makeTemporary } from "../check/runner/temporary.ts";
import { callFilter } from "./call-filter.ts";

/** Makes the boxes of a run. */
export interface BoxMaker {
  /**
   * @param room the folder that the program may write in: absolute, real
   * @param modules as for `stageSubmission`
   */
  boxFor(room: string, modules: string | null): Box;
}

/** Why there can be no box, as a sentence, and what to do about it. */
export interface NoBox {
  why: string;
  remedy: string;
}

const PROGRAM = "bwrap";
const INSTALL = "Install bubblewrap: apt install bubblewrap, or dnf install bubblewrap";
const ALLOW =
  "Let bubblewrap make user namespaces: https://github.com/containers/bubblewrap#installation; on Ubuntu: sysctl kernel.apparmor_restrict_unprivileged_userns=0";

/** Folders of the system's own programs and libraries: what Node itself needs, and `sh`. */
const SYSTEM = [
  "/usr/bin",
  "/usr/lib",
  "/usr/lib32",
  "/usr/lib64",
  "/usr/libexec",
  "/bin",
  "/lib",
  "/lib32",
  "/lib64",
  "/nix/store",
];
/** In bytes, for what is kept in memory: /tmp and /dev/shm. */
const MOST_IN_MEMORY = 16 * 1024 * 1024;
/** The largest file, in blocks of 512 bytes. A program can reserve space faster than anything can look for it. */
const LARGEST_FILE = 128 * 1024;

/** A folder or file under its own name and, where it is a link, as that link. */
function readOnly(path: string): string[] {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  return stat.isSymbolicLink() ? ["--symlink", readlinkSync(path), path] : ["--ro-bind", path, path];
}

/** The tutor without its solutions, and the packages that it gives to programs. */
function tutorParts(): string[] {
  const root = realpathSync(dirname(shipped("package.json")));
  const paths = createRequire(join(root, "package.json")).resolve.paths("express") ?? [];
  const modules = paths.filter((path) => basename(path) === "node_modules" && existsSync(path));
  const outside = modules.filter((path) => !isBelow(root, path));
  const names = ["node_modules", "package.json", join("dist", "guest"), join("dist", "libraries")];
  const inside = names.map((name) => join(root, name));
  return [
    ...outside.map((path) => ["--ro-bind", path, path]),
    // A folder around it may hold all of it.
    ["--tmpfs", root],
    ...inside.filter((path) => existsSync(path)).map((path) => ["--ro-bind", path, path]),
    ["--remount-ro", root],
  ].flat();
}

/** @param room absolute, real */
function commandFor(room: string, modules: string | null): Box["command"] {
  const node = realpathSync(process.execPath);
  const links = process.execPath === node ? [] : ["--ro-bind", node, process.execPath];
  const size = ["--size", String(MOST_IN_MEMORY)];
  const etc = ["localtime", "hosts", "ld.so.cache"].map((name) => `/etc/${name}`);
  const options = [
    ["--unshare-all", "--die-with-parent", "--cap-drop", "ALL", "--hostname", "box"],
    ...SYSTEM.map(readOnly),
    ...etc.map((path) => ["--ro-bind-try", path, path]),
    ["--proc", "/proc", "--dev", "/dev"],
    [...size, "--tmpfs", "/dev/shm", ...size, "--tmpfs", "/tmp"],
    ["--ro-bind", node, node, ...links],
    tutorParts(),
    modules === null ? [] : ["--ro-bind", modules, modules],
    ["--bind", room, room, "--remount-ro", "/", "--chdir", room, "--seccomp", String(FILTER)],
    ["/bin/sh", "-c", `ulimit -f ${LARGEST_FILE}; ulimit -c 0; exec "$@"`, "sh"],
  ];
  return [PROGRAM, ...options.flat()];
}

/** Looks, by making one, whether this system can make boxes. */
export function findBoxes(): BoxMaker | NoBox {
  if (process.platform !== "linux") {
    const why = "Submissions can be kept apart on Linux only, by bubblewrap.";
    return { why, remedy: "Grade on Linux, in a container or in a virtual machine" };
  }
  const version = spawnSync(PROGRAM, ["--version"], { encoding: "utf8" });
  if (version.error) return { why: "bubblewrap is not installed.", remedy: INSTALL };
  const filter = callFilter(process.arch);
  if (filter === null) {
    const why = `The system calls of ${process.arch} are not known here, and so a network cannot be shut out.`;
    return { why, remedy: "Grade on an x64 or arm64 machine" };
  }
  const folder = makeTemporary();
  const file = join(folder, "filter");
  const room = join(folder, "room");
  mkdirSync(room);
  writeFileSync(file, filter);
  const boxFor: BoxMaker["boxFor"] = (own, modules) => ({
    command: commandFor(own, modules),
    filter: file,
    room: own,
  });
  return tried(boxFor(room, null)) ?? { boxFor };
}

/** What keeps a box from being made; null: nothing. */
function tried({ command: [program, ...words], filter }: Box): NoBox | null {
  try {
    openSocket().close();
  } catch (error) {
    const why = `This Node cannot hand on a socket: ${error instanceof Error ? error.message : String(error)}.`;
    return { why, remedy: "Grade with a Node that is supported: 20, 22, 24 or 26" };
  }
  // The filter comes in as a file, with the number at which it is expected.
  const script = `exec ${FILTER}<"$0"; exec "$@"`;
  // The packages must be there. If not, students would be told that one is missing.
  const look = `const { createRequire } = require("node:module");
createRequire(${JSON.stringify(besideLibraries)})("express");
createRequire(${JSON.stringify(shipped("package.json"))}).resolve("tsx");
process.stdout.write(String(process.pid));`;
  const node = [process.execPath, "-e", look];
  const { stdout, stderr, status } = spawnSync(
    "/bin/sh",
    ["-c", script, filter, program, ...words, ...node],
    {
      encoding: "utf8",
      env: { PATH: process.env["PATH"] },
      timeout: 20_000,
    },
  );
  if (status === 0 && Number(stdout) > 0) return null;
  const said = /^(?:bwrap|\w*Error): .+(?<!\.)/m.exec(stderr)?.[0] ?? "";
  return { why: `bubblewrap cannot make a box here${said ? ` (${said})` : ""}.`, remedy: ALLOW };
}
