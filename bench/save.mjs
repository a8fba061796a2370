// From a save to its verdict on the screen, in a pseudo-terminal, in `start` and in `check --watch`.
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { spawn } from "@lydell/node-pty";
import { bin, root, time } from "./measure.mjs";

/** How long a learner looks at a verdict at the very least, in ms: time for the next child to get ready. */
const LOOK = 2_500;
/** A wrong program after each right one: only so does every verdict change the screen. */
const WRONG = { from: "newAccess123", to: "newAccess" };

/** Runs the program in a terminal; `shows` resolves with the moment at which something was written to it. */
function inTerminal(words, cwd) {
  const child = spawn(process.execPath, [bin, ...words], {
    cols: 80,
    rows: 40,
    cwd,
    env: { ...process.env, CI: "" },
  });
  let written = "";
  let look = () => {};
  child.onData((text) => {
    written += text;
    look();
  });
  return {
    forget: () => void (written = ""),
    shows: (wanted) =>
      new Promise((resolve) => {
        look = () => written.includes(wanted) && resolve(performance.now());
        look();
      }),
    end: () => new Promise((resolve) => (child.onExit(resolve), child.kill("SIGTERM"))),
  };
}

/**
 * Saves a right and a wrong program in turn, `count` times each; returns ms from the write to the verdict.
 *
 * @param command "start" or "watch"
 * @param language "js" or "ts"
 */
export async function saveToVerdict(command, language, count) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "refresh-tutor-bench-")));
  try {
    await time([bin, "start", "--lang", language], { cwd: folder });
    const right = readFileSync(join(root, "solutions", `3-token.${language}`), "utf8");
    const file = join(folder, "refresh-tutor", "steps", `3-token.${language}`);
    writeFileSync(file, right.replace(WRONG.from, WRONG.to));
    const words = command === "start" ? ["start", "--step", "3"] : ["check", "3", "--watch"];
    const terminal = inTerminal(words, folder);
    await terminal.shows(command === "start" ? "Step 3" : "Watching");
    const figures = { passed: [], failed: [] };
    const save = async (text, wanted) => {
      await pause(LOOK);
      terminal.forget();
      const begun = performance.now();
      writeFileSync(file, text);
      return (await terminal.shows(wanted)) - begun;
    };
    for (let round = 0; round <= count; round++) {
      const passed = await save(right, "Step 3 is passed.");
      const failed = await save(right.replace(WRONG.from, WRONG.to), '"accessToken"');
      if (round === 0) continue;
      figures.passed.push(passed);
      figures.failed.push(failed);
    }
    await terminal.end();
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
