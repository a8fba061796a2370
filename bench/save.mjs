// From a save to its verdict on the screen, in a pseudo-terminal, in `start` and in `check --watch`.
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { spawn } from "@lydell/node-pty";
import { bin, root, time } from "./measure.mjs";

/** How long a learner looks at a verdict at the very least, in ms: time for the next child to get ready. */
const LOOK = 2_500;
/**
 * The steps that are saved, by number: a wrong program after each right one, since only so does every verdict change the
 * screen, and words of its verdict. Of part two the wrong one is the solution of the step before.
 */
const SAVED = {
  3: {
    name: "3-token",
    wrong: (language) => solution("3-token", language).replace("newAccess123", "newAccess"),
    told: '"accessToken"',
  },
  7: {
    name: "7-expiry",
    wrong: (language) => solution("6-access", language),
    told: "The refresh token never ends",
  },
  10: {
    name: "10-reuse",
    wrong: (language) => solution("9-rotation", language),
    told: "An old token comes back",
  },
  12: {
    name: "12-cookie",
    wrong: (language) => solution("11-restart", language),
    told: "No cookie holds the refresh token",
  },
};

function solution(name, language) {
  return readFileSync(join(root, "solutions", `${name}.${language}`), "utf8");
}

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
 * @param step a number of SAVED
 */
export async function saveToVerdict(command, language, step, count) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "refresh-tutor-bench-")));
  try {
    await time([bin, "start", "--lang", language], { cwd: folder });
    const { name, told, wrong } = SAVED[step];
    const [right, other] = [solution(name, language), wrong(language)];
    const file = join(folder, "refresh-tutor", "steps", `${name}.${language}`);
    writeFileSync(file, other);
    const words = command === "start" ? ["start", "--step", `${step}`] : ["check", `${step}`, "--watch"];
    const terminal = inTerminal(words, folder);
    await terminal.shows(command === "start" ? "Edit " : "Watching");
    const figures = { passed: [], failed: [] };
    const save = async (text, wanted) => {
      await pause(LOOK);
      terminal.forget();
      const begun = performance.now();
      writeFileSync(file, text);
      return (await terminal.shows(wanted)) - begun;
    };
    for (let round = 0; round <= count; round++) {
      const passed = await save(right, `Step ${step} is passed.`);
      const failed = await save(other, told);
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
