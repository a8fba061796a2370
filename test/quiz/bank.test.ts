import { describe, expect, test } from "vitest";
import { BANK, QUESTIONS } from "../../src/quiz/bank.ts";
import { QUESTION_COUNTS } from "../../src/quiz/question-counts.ts";
import { DIFFICULTIES, LESSONS, LETTERS, TOPICS } from "../../src/quiz/question.ts";
import type { Question } from "../../src/quiz/question.ts";

const rightOf = ({ options }: Question) => options.findIndex((option) => option.right);
const wrongOf = ({ options }: Question) => options.filter((option) => !option.right);
const textsOf = (question: Question) => [
  question.text,
  question.answer,
  question.check,
  ...question.reasoning,
  ...question.options.flatMap(({ text, why }) => [text, why]),
];

describe("the bank", () => {
  test("has 40 questions or more, at least 16 of them and a third of all with code", () => {
    expect(BANK.length).toBeGreaterThanOrEqual(40);
    const withCode = BANK.filter((question) => question.snippet !== undefined).length;
    expect(withCode).toBeGreaterThanOrEqual(Math.max(16, BANK.length / 3));
  });

  test("has enough of each difficulty that a second and a third test ask nothing twice", () => {
    for (const difficulty of DIFFICULTIES) {
      const count = BANK.filter((question) => question.difficulty === difficulty).length;
      expect(count, difficulty).toBeGreaterThanOrEqual(3 * QUESTION_COUNTS.test[difficulty]);
    }
  });

  test("covers every topic, every step and the two lessons around them", () => {
    expect(new Set(BANK.map((question) => question.topic))).toEqual(new Set(TOPICS));
    expect(new Set(BANK.map((question) => question.lesson))).toEqual(new Set(LESSONS));
  });

  test("names every question by an id of its own", () => {
    expect(QUESTIONS.size).toBe(BANK.length);
    for (const { id } of BANK) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test("spreads the right answers evenly over the places", () => {
    const places = LETTERS.map((_, place) => BANK.filter((question) => rightOf(question) === place).length);
    for (const count of places) {
      expect(count / BANK.length).toBeGreaterThan(0.2);
      expect(count / BANK.length).toBeLessThan(0.3);
    }
  });
});

describe("an option's length gives nothing away", () => {
  const rightLength = (question: Question) => question.options[rightOf(question)]?.text.length ?? 0;
  const wrongLengths = (question: Question) => wrongOf(question).map((option) => option.text.length);
  const share = (is: (question: Question) => boolean) => BANK.filter(is).length / BANK.length;

  // By chance the right one of four would be the longest, or the shortest, in a quarter of the questions.
  test("the right one is not the longest more often than chance", () => {
    expect(share((question) => rightLength(question) > Math.max(...wrongLengths(question)))).toBeLessThan(
      0.25,
    );
  });

  test("nor the shortest", () => {
    expect(share((question) => rightLength(question) < Math.min(...wrongLengths(question)))).toBeLessThan(
      0.25,
    );
  });

  test("nor longer or shorter on the average", () => {
    const sum = (lengths: number[]) => lengths.reduce((total, length) => total + length, 0);
    const right = sum(BANK.map(rightLength)) / BANK.length;
    const wrong = sum(BANK.flatMap(wrongLengths)) / (3 * BANK.length);
    expect(right / wrong).toBeGreaterThan(0.9);
    expect(right / wrong).toBeLessThan(1.1);
  });
});

describe.for(BANK)("$id", (question) => {
  test("offers four different options, one of them right", () => {
    expect(question.options).toHaveLength(4);
    expect(wrongOf(question)).toHaveLength(3);
    expect(new Set(question.options.map((option) => option.text.toLowerCase())).size).toBe(4);
  });

  test("gives every option a reason of its own", () => {
    const reasons = question.options.map((option) => option.why);
    expect(new Set(reasons).size).toBe(4);
    for (const reason of reasons) expect(reason).toMatch(/^.{20,}[.!?]$/);
  });

  test("reasons in steps, and ends with an answer and a check of one line", () => {
    expect(question.reasoning.length).toBeGreaterThanOrEqual(2);
    for (const text of [...question.reasoning, question.answer, question.check]) {
      expect(text).toMatch(/^.{10,}[.!?:]$/);
    }
    expect(question.check.length).toBeLessThanOrEqual(120);
  });

  test("closes its backticks and never speaks of an option's place", () => {
    for (const text of textsOf(question)) {
      expect(text.split("`").length % 2, text).toBe(1);
      expect(text).not.toMatch(
        /\b([Oo]ption|[Aa]nswer) [A-D]\b|\b([Aa]ll|[Nn]one|[Bb]oth) of the (above|others)\b/,
      );
    }
  });

  test("has code that fits the screen", () => {
    const lines = question.snippet?.code.split("\n") ?? [];
    expect(lines.length).toBeLessThanOrEqual(24);
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(60);
  });

  test("names sources by section, and those whose claims rest on a standard", () => {
    const { source } = question;
    if (source !== undefined) expect(source).toMatch(/^(RFC \d{4}(bis)? §[\d.]+(, §[\d.]+)*|Express 5 .+)$/);
    if (textsOf(question).some((text) => /RFC \d/.test(text))) expect(source).toContain("RFC");
  });
});

describe("no two questions", () => {
  test("share a reason for a wrong option", () => {
    const reasons = BANK.flatMap((question) => question.options.map((option) => option.why));
    expect(reasons.filter((reason, place) => reasons.indexOf(reason) !== place)).toEqual([]);
  });

  test("ask the same of the same code", () => {
    const asked = BANK.map(({ text, snippet, exchange, options }) => {
      const code = snippet?.code ?? "";
      return JSON.stringify([code, exchange ?? (code === "" ? text : options.map((option) => option.text))]);
    });
    expect(new Set(asked).size).toBe(BANK.length);
  });

  test("are alike in their words", () => {
    // Jaccard: words in common by all words. What is shown counts as much as what is asked.
    const wordsOf = ({ text, snippet, exchange, answer }: Question) =>
      new Set(
        `${text} ${snippet?.code ?? ""} ${JSON.stringify(exchange ?? "")} ${answer}`
          .toLowerCase()
          .match(/\w+/g),
      );
    const words = BANK.map((question) => ({ id: question.id, words: wordsOf(question) }));
    const alike = words.flatMap((one, place) =>
      words.slice(place + 1).flatMap((other) => {
        const common = [...one.words].filter((word) => other.words.has(word)).length;
        const likeness = common / (one.words.size + other.words.size - common);
        return likeness > 0.75 ? [`${one.id} ${other.id} ${likeness.toFixed(2)}`] : [];
      }),
    );
    expect(alike).toEqual([]);
  });
});
