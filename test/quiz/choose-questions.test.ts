import { describe, expect, test } from "vitest";
import { BANKS } from "../../src/quiz/bank.ts";
import { draw } from "../../src/quiz/choose-questions.ts";
import { shownOptions } from "../../src/quiz/lay-out-options.ts";
import { QUESTION_COUNTS } from "../../src/quiz/question-counts.ts";
import { DIFFICULTIES, LETTERS } from "../../src/quiz/question.ts";
import type { Question } from "../../src/quiz/question.ts";
import { NO_HISTORY } from "../../src/workspace/quiz-progress.ts";
import type { QuizHistory, QuizKind } from "../../src/workspace/quiz-progress.ts";
import { fc } from "../property.ts";

const BANK = BANKS.one;
const ALL = [...BANKS.one, ...BANKS.two];

const idsOf = (questions: readonly Question[]) => questions.map((question) => question.id);
const kinds = fc.constantFrom<QuizKind[]>("practice", "test");
const histories: fc.Arbitrary<QuizHistory> = fc.record({
  questions: fc.dictionary(
    fc.constantFrom(...idsOf(BANK)),
    fc.constantFrom<("right" | "missed")[]>("right", "missed"),
  ),
  lastTest: fc.nat({ max: 10_000 }).map((seed) => idsOf(draw("test", seed))),
});

describe("a draw", () => {
  test("has what its kind asks for, from easy to hard, nothing twice", () => {
    fc.assert(
      fc.property(kinds, fc.integer(), histories, (kind, seed, history) => {
        const questions = draw(kind, seed, history);
        const wanted = DIFFICULTIES.flatMap((difficulty) =>
          Array.from({ length: QUESTION_COUNTS[kind][difficulty] }, () => difficulty),
        );
        expect(questions.map((question) => question.difficulty)).toEqual(wanted);
        expect(new Set(idsOf(questions)).size).toBe(questions.length);
      }),
    );
  });

  test("is the same for the same seed and history", () => {
    fc.assert(
      fc.property(kinds, fc.integer(), histories, (kind, seed, history) => {
        expect(idsOf(draw(kind, seed, history))).toEqual(idsOf(draw(kind, seed, structuredClone(history))));
      }),
    );
  });

  test("differs from seed to seed", () => {
    const tests = Array.from({ length: 1000 }, (_, seed) => idsOf(draw("test", seed)).join());
    expect(new Set(tests).size).toBe(1000);
  });

  test("never asks near twins, nor a strength test without code among its hard questions", () => {
    fc.assert(
      fc.property(
        kinds,
        fc.integer(),
        histories,
        fc.constantFrom(BANKS.one, BANKS.two),
        (kind, seed, history, bank) => {
          const questions = draw(kind, seed, history, bank);
          const twins = questions.flatMap((question) => question.twins ?? []);
          expect(twins).toEqual([...new Set(twins)]);
          const hard = questions.filter(({ difficulty }) => difficulty === "hard");
          if (kind === "test") expect(hard.some(({ snippet }) => snippet !== undefined)).toBe(true);
        },
      ),
    );
  });

  test("is of part two where that is asked for", () => {
    const ids = new Set(idsOf(BANKS.two));
    for (const { id } of draw("test", 7, NO_HISTORY, BANKS.two)) expect(ids).toContain(id);
  });

  test("asks what it can when the bank is small", () => {
    const small = BANK.filter((question) => question.difficulty === "easy").slice(0, 3);
    expect(idsOf(draw("test", 1, NO_HISTORY, small)).toSorted()).toEqual(idsOf(small).toSorted());
  });
});

describe("10,000 strength tests", () => {
  const tests = Array.from({ length: 10_000 }, (_, seed) => ({ seed, questions: draw("test", seed) }));

  test("are all 4 easy, 3 medium, 3 hard, without repeats", () => {
    for (const { questions } of tests) {
      const of = (difficulty: string) => questions.filter((one) => one.difficulty === difficulty).length;
      expect([of("easy"), of("medium"), of("hard")]).toEqual([4, 3, 3]);
      expect(new Set(questions).size).toBe(10);
    }
  });

  test("have the right answer at each of the four places equally often", () => {
    const counts = new Map(LETTERS.map((letter) => [letter, 0]));
    for (const { seed, questions } of tests) {
      for (const question of questions) {
        const right = shownOptions(question, seed).find((option) => option.right);
        if (right) counts.set(right.letter, (counts.get(right.letter) ?? 0) + 1);
      }
    }
    // 25,000 of 100,000 expected each, standard deviation 137: within 2 %, more than three of them.
    for (const count of counts.values()) expect(Math.abs(count / 25_000 - 1)).toBeLessThan(0.02);
  });

  test("ask every question of a difficulty equally often", () => {
    const counts = new Map<Question, number>();
    for (const { questions } of tests) {
      for (const question of questions) counts.set(question, (counts.get(question) ?? 0) + 1);
    }
    for (const difficulty of DIFFICULTIES) {
      const pool = BANK.filter((question) => question.difficulty === difficulty);
      const expected = (10_000 * QUESTION_COUNTS.test[difficulty]) / pool.length;
      // Counts of about 1,000 to 2,300, standard deviation about 35: five of them and some. Twins make room for each other.
      for (const question of pool) {
        const difference = (counts.get(question) ?? 0) - expected;
        expect(difference, question.id).toBeLessThan(250);
        expect(difference, question.id).toBeGreaterThan(question.twins === undefined ? -200 : -expected / 2);
      }
    }
  });
});

describe("what was answered before", () => {
  test("a second strength test repeats nothing of the first", () => {
    fc.assert(
      fc.property(fc.integer(), histories, (seed, history) => {
        const again = idsOf(draw("test", seed, history)).filter((id) => history.lastTest.includes(id));
        expect(again).toEqual([]);
      }),
    );
  });

  test("a missed question comes back more often than a new one, that more often than one answered right", () => {
    const [missed, unseen, right] = BANK.filter((question) => question.difficulty === "hard");
    if (!missed || !unseen || !right) throw new Error("three hard questions are needed");
    const history: QuizHistory = { questions: { [missed.id]: "missed", [right.id]: "right" }, lastTest: [] };
    const quizzes = Array.from({ length: 4000 }, (_, seed) => draw("practice", seed, history));
    const times = (question: Question) => quizzes.filter((quiz) => quiz.includes(question)).length;
    // Weights 6 : 3 : 1.
    expect(times(missed)).toBeGreaterThan(times(unseen) * 1.5);
    expect(times(unseen)).toBeGreaterThan(times(right) * 2);
    expect(times(right)).toBeGreaterThan(0);
  });
});

describe("the options as shown", () => {
  const questions = fc.constantFrom(...ALL);

  test("are the question's own four, lettered A to D", () => {
    fc.assert(
      fc.property(questions, fc.integer(), (question, seed) => {
        const shown = shownOptions(question, seed);
        expect(shown.map((option) => option.letter)).toEqual(LETTERS);
        const texts = question.options.map((option) => option.text);
        expect(shown.map((option) => option.text).toSorted()).toEqual(texts.toSorted());
        for (const { text, why, right } of shown)
          expect(question.options).toContainEqual({ text, why, right });
      }),
    );
  });

  test("are the same again for the same seed", () => {
    fc.assert(
      fc.property(questions, fc.integer(), (question, seed) => {
        expect(shownOptions(question, seed)).toEqual(shownOptions(question, seed));
      }),
    );
  });

  test("put a question's right one at every place, as the seed has it", () => {
    for (const question of ALL) {
      const seeds = Array.from({ length: 60 }, (_, seed) => seed);
      const letters = seeds.map((seed) => shownOptions(question, seed).find((one) => one.right)?.letter);
      expect(new Set(letters).size, question.id).toBe(4);
    }
  });
});
