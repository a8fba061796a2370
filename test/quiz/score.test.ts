import { describe, expect, test } from "vitest";
import { QUESTIONS } from "../../src/quiz/bank.ts";
import { draw } from "../../src/quiz/choose-questions.ts";
import { shownOptions } from "../../src/quiz/lay-out-options.ts";
import { answersOf } from "../../src/quiz/mark-answers.ts";
import type { Answer } from "../../src/quiz/mark-answers.ts";
import { QUESTION_COUNTS } from "../../src/quiz/question-counts.ts";
import { DIFFICULTIES, LESSONS } from "../../src/quiz/question.ts";
import type { Difficulty, Letter } from "../../src/quiz/question.ts";
import { advance, begin, current } from "../../src/quiz/quiz-session.ts";
import type { QuizSession } from "../../src/quiz/quiz-session.ts";
import { quizDocument, rereads, scoreOf, STRENGTH_RULE } from "../../src/quiz/score.ts";
import type { QuizKind } from "../../src/workspace/quiz-progress.ts";
import { fc } from "../property.ts";

/** Answers a whole quiz, choosing by the question's number among those asked. */
function played(kind: QuizKind, seed: number, chooseRight: (place: number) => boolean): QuizSession {
  let session = begin(kind, seed, draw(kind, seed));
  for (const [place, id] of session.asked.entries()) {
    expect(current(session)).toBe(id);
    session = advance(session, { type: "answer", letter: letterOf(id, seed, chooseRight(place)) });
    session = advance(session, { type: "next" });
  }
  return session;
}

function letterOf(id: string, seed: number, right: boolean): Letter {
  const question = QUESTIONS.get(id);
  const option = question && shownOptions(question, seed).find((one) => one.right === right);
  if (!option) throw new Error(`no such option of ${id}`);
  return option.letter;
}

/** Answers of a kind's difficulties, so many of each right. */
function answers(kind: QuizKind, right: Record<Difficulty, number>): Answer[] {
  return DIFFICULTIES.flatMap((difficulty) =>
    Array.from({ length: QUESTION_COUNTS[kind][difficulty] }, (_, place) => ({
      id: `${difficulty}-${place}`,
      difficulty,
      chosen: "A" as const,
      correct: place < right[difficulty],
    })),
  );
}

describe("answersOf", () => {
  test("marks by the letters that were shown", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<QuizKind[]>("practice", "test"),
        fc.integer(),
        fc.func(fc.boolean()),
        (kind, seed, right) => {
          const session = played(kind, seed, right);
          expect(answersOf(session).map(({ id, correct }) => ({ id, correct }))).toEqual(
            session.asked.map((id, place) => ({ id, correct: right(place) })),
          );
        },
      ),
    );
  });

  test("lists what was not answered as not right", () => {
    const session = begin("practice", 7, draw("practice", 7));
    expect(answersOf(session).map(({ chosen, correct }) => ({ chosen, correct }))).toEqual(
      Array.from({ length: 5 }, () => ({ chosen: null, correct: false })),
    );
  });
});

describe("scoreOf", () => {
  test("counts by difficulty", () => {
    expect(scoreOf(answers("test", { easy: 4, medium: 2, hard: 1 }))).toEqual({
      right: 7,
      total: 10,
      byDifficulty: {
        easy: { right: 4, total: 4 },
        medium: { right: 2, total: 3 },
        hard: { right: 1, total: 3 },
      },
      points: { right: 11, total: 19 },
      strength: "growing",
    });
  });

  test.for([
    [{ easy: 4, medium: 3, hard: 3 }, "strong"],
    [{ easy: 4, medium: 3, hard: 2 }, "strong"], // 16 of 19
    [{ easy: 1, medium: 3, hard: 3 }, "strong"], // 16 of 19
    [{ easy: 4, medium: 1, hard: 3 }, "growing"], // 15 of 19
    [{ easy: 4, medium: 3, hard: 0 }, "growing"], // 10 of 19
    [{ easy: 0, medium: 0, hard: 3 }, "weak"], // 9 of 19
    [{ easy: 0, medium: 0, hard: 0 }, "weak"],
  ] as const)("%j is %s", ([right, strength]) => {
    expect(scoreOf(answers("test", right)).strength).toBe(strength);
  });

  test("never sinks when one more answer is right", () => {
    const ranks = ["weak", "growing", "strong"];
    const rank = (some: readonly Answer[]) => ranks.indexOf(scoreOf(some).strength);
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
        fc.nat({ max: 9 }),
        (marks, place) => {
          const all = answers("test", { easy: 0, medium: 0, hard: 0 });
          const marked = all.map((answer, i) => ({ ...answer, correct: marks[i] === true }));
          const better = marked.map((answer, i) => (i === place ? { ...answer, correct: true } : answer));
          expect(rank(better)).toBeGreaterThanOrEqual(rank(marked));
        },
      ),
    );
  });

  test("is weak without questions", () => {
    expect(scoreOf([])).toMatchObject({ right: 0, total: 0, strength: "weak" });
  });

  test("says its rule in a sentence", () => {
    expect(STRENGTH_RULE).toBe(
      "An easy question counts 1 point, a medium one 2, a hard one 3: 80% of the points and more is strong, 50% and more is growing, less is weak.",
    );
  });
});

describe("rereads", () => {
  test("names each lesson once, in the order of the course, with the questions missed", () => {
    const missed = answersOf(played("test", 3, () => false));
    const lessons = rereads(missed).map((reread) => reread.lesson);
    expect(lessons).toEqual(LESSONS.filter((lesson) => lessons.includes(lesson)));
    const ids = rereads(missed).flatMap((reread) => reread.questions.map((question) => question.id));
    expect(ids.toSorted()).toEqual(missed.map((answer) => answer.id).toSorted());
  });

  test("names none when all was right", () => {
    expect(rereads(answersOf(played("test", 3, () => true)))).toEqual([]);
  });
});

test("quizDocument is what contract.md promises, and nothing else", () => {
  const session = played("practice", 7, (place) => place !== 4);
  const [first] = session.asked;
  const document = quizDocument(session, answersOf(session));
  expect(JSON.parse(JSON.stringify(document))).toEqual({
    schema: 1,
    kind: "practice",
    seed: 7,
    score: 4,
    total: 5,
    answers: session.asked.map((id, place) => ({
      id,
      difficulty: QUESTIONS.get(id)?.difficulty,
      chosen: session.given[id],
      correct: place !== 4,
    })),
    strength: "growing",
    part: "one",
  });
  expect(document.answers[0]?.id).toBe(first);
});
