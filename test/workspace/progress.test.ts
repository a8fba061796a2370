import { expect, test } from "vitest";
import { loadCourse } from "../../src/course/course.ts";
import { NO_HISTORY } from "../../src/workspace/quiz-progress.ts";
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

const course = loadCourse();
const [login, store, token, logout] = course.steps;
if (!login || !store || !token || !logout) throw new Error("the course has four steps");
const fresh = newProgress("js", login);
const now = new Date("2026-01-02T03:04:05Z");

test("a pass goes on to the next step", () => {
  const passed = afterPass(afterFailure(fresh, login, "a"), course, login, now);
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
  expect(passedSteps(all, course.steps)).toHaveLength(4);
  expect(stepAfter(all, course, logout)).toBeNull();
  expect(currentStep(all, course)).toBe(token);
});

test("each attempt that fails counts once and takes no pass away; a reset does", () => {
  const attempts = ["a", "a", null, "b"];
  const failed = attempts.reduce(
    (progress, attempt) => afterFailure(progress, login, attempt),
    afterPass(fresh, course, login, now),
  );
  expect(progressOf(failed, login)).toMatchObject({ failures: 2, checks: 5, passedAt: now.toISOString() });
  expect(progressOf(afterReset(failed, login), login)).toMatchObject({ failures: 0, passedAt: null });
});

test("hints only go further", () => {
  expect(progressOf(afterHint(afterHint(fresh, login, 3), login, 1), login).hints).toBe(3);
});

test("the best result of a quiz stays, the last one is kept beside it, and a finished quiz waits no more", () => {
  const result = (score: number) => ({ at: now.toISOString(), score, total: 5, strength: "growing" });
  const left = withUnfinished(fresh, { kind: "practice" });
  const first = afterQuiz(left, "one", "practice", result(4), NO_HISTORY);
  const second = afterQuiz(first, "one", "practice", result(2), NO_HISTORY);
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
