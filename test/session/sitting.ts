/** Somebody sits down with the built program: a terminal, a folder, an editor that saves. */

import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { onTestFailed } from "vitest";
import { emptyFolder } from "../commands/program.ts";
import { inTerminal } from "../commands/pty.ts";
import type { Options } from "../commands/pty.ts";
import { leftRunning } from "../left-running.ts";

/** The variable by which a test's processes are known. */
const MARK = "REFRESH_TUTOR_TEST";

/** What differs from run to run, replaced. */
export function settled(screen: string): string {
  return screen
    .replaceAll(/checked at \d\d:\d\d:\d\d in \d+ ms/g, "checked at HH:MM:SS in N ms")
    .replaceAll(/\(\d\d:\d\d:\d\d\)/g, "(HH:MM:SS)");
}

/** @param folder where to sit down; a new one unless given */
export function sitDown(words: readonly string[], options: Partial<Options> = {}, folder = emptyFolder()) {
  const mark = randomUUID();
  const root = join(folder, "refresh-tutor");
  const terminal = inTerminal(words, { cwd: folder, ...options, env: { ...options.env, [MARK]: mark } });
  onTestFailed(() => console.error(`What was on the screen:\n${terminal.screen()}`));
  const path = (name: string) => join(root, "steps", name);
  return {
    ...terminal,
    folder,
    root,
    /** Saves one of the learner's files in place. */
    save(name: string, text: string) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), text);
    },
    /** Saves as many editors do: a new file takes the old one's place. */
    saveByRename(name: string, text: string) {
      writeFileSync(path(`.${name}.swp`), text);
      renameSync(path(`.${name}.swp`), path(name));
    },
    remove: (name: string) => rmSync(path(name)),
    read: (name: string) => readFileSync(path(name), "utf8"),
    has: (name: string) => existsSync(path(name)),
    progress: () => JSON.parse(readFileSync(join(root, ".refresh-tutor", "progress.json"), "utf8")),
    /** What the program has started and does not go away. */
    left: () => leftRunning(`${MARK}=${mark}`),
  };
}
