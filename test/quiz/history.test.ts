import { describe, expect, test } from "vitest";
import { remember } from "../../src/quiz/history.ts";
import type { Answer } from "../../src/quiz/mark-answers.ts";
import { historyFrom, NO_HISTORY } from "../../src/workspace/quiz-progress.ts";
import type { QuizHistory } from "../../src/workspace/quiz-progress.ts";

const right: Answer = { id: "a", difficulty: "easy", chosen: "A", correct: true };
const missed: Answer = { id: "b", difficulty: "easy", chosen: "A", correct: false };
const unanswered: Answer = { id: "c", difficulty: "hard", chosen: null, correct: false };

describe("remember", () => {
  test("notes how each answered question went, and all that a test asked", () => {
    expect(remember(NO_HISTORY, "test", [right, missed, unanswered])).toEqual({
      questions: { a: "right", b: "missed" },
      lastTest: ["a", "b", "c"],
    });
  });

  test("lets the latest answer count, and forgets nothing else", () => {
    const history: QuizHistory = { questions: { a: "missed", z: "right" }, lastTest: ["z"] };
    expect(remember(history, "practice", [right])).toEqual({
      questions: { a: "right", z: "right" },
      lastTest: ["z"],
    });
    expect(history.questions).toEqual({ a: "missed", z: "right" });
  });
});

test("a strength test of one part leaves the other part's last one alone", () => {
  const one = remember(NO_HISTORY, "test", [{ ...right, id: "const-push" }]);
  const two = remember(one, "test", [{ ...right, id: "jwt-is-readable" }]);
  expect(two.lastTest).toEqual(["const-push", "jwt-is-readable"]);
  expect(remember(two, "test", [{ ...right, id: "json-broken" }]).lastTest).toEqual([
    "jwt-is-readable",
    "json-broken",
  ]);
});

describe("historyFrom", () => {
  test("reads what was written", () => {
    const history = remember(NO_HISTORY, "test", [right, missed, unanswered]);
    expect(historyFrom(JSON.parse(JSON.stringify(history)))).toEqual(history);
  });

  test.for([null, 7, "x", [], {}, { questions: [1], lastTest: "a" }, { questions: { a: 1 }, lastTest: [1] }])(
    "takes nothing from %j",
    (value) => {
      expect(historyFrom(value)).toEqual(NO_HISTORY);
    },
  );
});
