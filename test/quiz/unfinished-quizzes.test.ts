import { expect, test } from "vitest";
import { BANKS, QUESTIONS } from "../../src/quiz/bank.ts";
import { draw } from "../../src/quiz/choose-questions.ts";
import { advance, begin } from "../../src/quiz/quiz-session.ts";
import type { QuizSession } from "../../src/quiz/quiz-session.ts";
import { afterStep, toTakeUp, waitingFrom } from "../../src/quiz/unfinished-quizzes.ts";
import { NO_HISTORY } from "../../src/workspace/quiz-progress.ts";
import type { QuizKind } from "../../src/workspace/quiz-progress.ts";

const known = (id: string) => QUESTIONS.has(id);
const begun = (kind: QuizKind, seed: number) => begin(kind, seed, draw(kind, seed));
const answered = (session: QuizSession) => advance(session, { type: "answer", letter: "A" });
const finished = (session: QuizSession): QuizSession =>
  session.waiting.length === 0 ? session : finished(advance(answered(session), { type: "next" }));

test("the quiz left last waits last, and each one once", () => {
  const [one, other] = [answered(begun("practice", 1)), answered(begun("practice", 2))];
  const waiting = [one, other, answered(advance(one, { type: "next" }))].reduce<QuizSession[]>(afterStep, []);
  expect(waiting.map(({ seed }) => seed)).toEqual([2, 1]);
  expect(Object.keys(waiting[1]?.given ?? {})).toHaveLength(2);
});

test("a quiz whose last question is answered waits no longer", () => {
  const other = answered(begun("test", 1));
  const waiting = afterStep([answered(begun("practice", 1)), other], finished(begun("practice", 1)));
  expect(waiting).toEqual([other]);
});

test("a kind takes up its own quiz, a seed the very quiz that it draws", () => {
  const [practice, later, exam] = [begun("practice", 1), begun("practice", 2), begun("test", 3)].map(
    answered,
  );
  if (!practice || !later || !exam) throw new Error("three quizzes");
  const waiting = [practice, later, exam];
  expect(toTakeUp(waiting, "one", "practice", null)).toBe(later);
  expect(toTakeUp(waiting, "one", "test", null)).toBe(exam);
  expect(toTakeUp(waiting, "one", "practice", begun("practice", 1))).toBe(practice);
  expect(toTakeUp(waiting, "one", "practice", begun("practice", 9))).toBeUndefined();
});

test("each part has quizzes of its own, and one from before there was a part two is of part one", () => {
  const two = answered(begin("practice", 1, draw("practice", 1, NO_HISTORY, BANKS.two), "two"));
  const { part: _, ...old } = answered(begun("practice", 1));
  const waiting = waitingFrom(JSON.parse(JSON.stringify([old, two])), known);
  expect(toTakeUp(waiting, "two", "practice", null)).toMatchObject({ part: "two", asked: two.asked });
  expect(toTakeUp(waiting, "one", "practice", null)).toMatchObject({ part: "one", asked: old.asked });
});

test("the oldest gives way before the list grows for ever", () => {
  const seeds = Array.from({ length: 20 }, (_, seed) => seed);
  const waiting = seeds.map((seed) => answered(begun("practice", seed))).reduce<QuizSession[]>(afterStep, []);
  expect(waiting.length).toBeLessThan(10);
  expect(waiting.at(-1)?.seed).toBe(19);
});

test("what somebody has written into the progress file by hand waits for nobody", () => {
  const good = answered(begun("test", 4));
  const bad = [null, 7, {}, { ...good, asked: ["no-such-question"] }, { ...good, waiting: "all" }];
  expect(waitingFrom(JSON.parse(JSON.stringify([...bad, good])), known)).toMatchObject([
    { seed: 4, phase: "left" },
  ]);
  expect(waitingFrom("nonsense", known)).toEqual([]);
  expect(waitingFrom(null, known)).toEqual([]);
});
