import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { loadCourse } from "../../src/course/course.ts";
import { NO_HISTORY } from "../../src/quiz/history.ts";
import {
  afterFailure,
  afterHint,
  afterPass,
  afterQuiz,
  afterReset,
  atStep,
  currentStep,
  newProgress,
  passedSteps,
  progressOf,
  readProgress,
  stepAfter,
  withUnfinished,
  writeProgress,
} from "../../src/workspace/progress.ts";

const course = await loadCourse();
const [login, store, token, logout] = course.steps;
if (!login || !store || !token || !logout) throw new Error("the course has four steps");
const fresh = newProgress("js", login);
const now = new Date("2026-01-02T03:04:05Z");

test("a pass goes on to the next step", () => {
  const passed = afterPass(afterFailure(fresh, login), course, login, now);
  expect(progressOf(passed, login)).toEqual({
    passedAt: now.toISOString(),
    checks: 2,
    failures: 0,
    hints: 0,
  });
  expect(currentStep(passed, course)).toBe(store);
});

test("an earlier step checked again does not take the learner back", () => {
  const at = atStep(afterPass(fresh, course, login, now), token);
  expect(currentStep(afterPass(at, course, login, now), course)).toBe(token);
});

test("after the last step the learner goes to what is still open, and stays when nothing is", () => {
  const last = afterPass(atStep(fresh, logout), course, logout, now);
  expect(currentStep(last, course)).toBe(login);
  const all = [login, store, token].reduce((progress, step) => afterPass(progress, course, step, now), last);
  expect(passedSteps(all, course)).toHaveLength(4);
  expect(stepAfter(all, course, logout)).toBeNull();
  expect(currentStep(all, course)).toBe(token);
});

test("a failure counts in a row and takes no pass away; a reset does", () => {
  const failed = afterFailure(afterFailure(afterPass(fresh, course, login, now), login), login);
  expect(progressOf(failed, login)).toMatchObject({ failures: 2, checks: 3, passedAt: now.toISOString() });
  expect(progressOf(afterReset(failed, login), login)).toMatchObject({ failures: 0, passedAt: null });
});

test("hints only go further", () => {
  expect(progressOf(afterHint(afterHint(fresh, login, 3), login, 1), login).hints).toBe(3);
});

test("the best result of a quiz stays, the last one is kept beside it, and a finished quiz waits no more", () => {
  const result = (score: number) => ({ at: now.toISOString(), score, total: 5, strength: "growing" });
  const left = withUnfinished(fresh, { kind: "practice" });
  const first = afterQuiz(left, "practice", result(4), NO_HISTORY);
  const second = afterQuiz(first, "practice", result(2), NO_HISTORY);
  expect(second.quiz.best.practice?.score).toBe(4);
  expect(second.quiz.last.practice?.score).toBe(2);
  expect(second.quiz.unfinished).toBeNull();
});

test("what is written is read again", () => {
  const progress = afterHint(afterPass(withUnfinished(fresh, { seed: 1 }), course, login, now), store, 2);
  expect(readProgress(writeProgress(progress))).toEqual(progress);
});

test("what is no progress is broken, and a later schema is newer whatever is in it", () => {
  const data: Record<string, unknown> = JSON.parse(writeProgress(fresh));
  const variants = [
    { schema: 0 },
    { language: "py" },
    { step: 1 },
    { steps: [] },
    { steps: { login: 1 } },
    { quiz: null },
  ];
  for (const change of variants) {
    expect(readProgress(JSON.stringify({ ...data, ...change })), JSON.stringify(change)).toBe("broken");
  }
  for (const text of ["", "null", "[]", "1", '"x"', "{", "{}"]) expect(readProgress(text)).toBe("broken");
  expect(readProgress('{"schema":2}')).toBe("newer");
});

/** Writes progress for ever, in a process of its own. */
const writer = fileURLToPath(new URL("./writer.ts", import.meta.url));
const loader = import.meta.resolve("tsx");

test("killed at any moment, the progress is the old or the new", { timeout: 300_000 }, async () => {
  const root = mkdtempSync(join(tmpdir(), "refresh-tutor-test-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const file = join(root, ".refresh-tutor", "progress.json");
  let checks = 0;
  for (let round = 0; round < 40; round += 1) {
    const child = spawn(process.execPath, ["--import", loader, writer, root], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const closed = new Promise((resolve) => child.once("close", resolve));
    // It says each time that it has written; which of them is the last one differs from round to round.
    let [told, most] = [0, 1 + ((round * 7) % 50)];
    child.stdout.on("data", (chunk: Buffer) => {
      told += chunk.length;
      if (told >= most) child.kill("SIGKILL");
    });
    await closed;
    const progress = readProgress(readFileSync(file, "utf8"));
    if (typeof progress === "string") throw new Error(progress);
    const after = progressOf(progress, login).checks;
    expect(after).toBeGreaterThanOrEqual(checks + told);
    checks = after;
  }
  // The next one that writes clears away what the dead left.
  writeFileSync(join(root, "stop"), "");
  const last = spawn(process.execPath, ["--import", loader, writer, root], { stdio: "ignore" });
  await new Promise((resolve) => last.once("close", resolve));
  expect(readdirSync(join(root, ".refresh-tutor"))).toEqual(["progress.json"]);
});
