import { describe, expect, test } from "vitest";
import { courseText, loadCourse, stepsOf, textOf } from "../../src/course/course.ts";
import { BANKS, partOf, QUESTIONS } from "../../src/quiz/bank.ts";
import { QUESTION_COUNTS } from "../../src/quiz/question-counts.ts";
import { DIFFICULTIES, LESSONS, LETTERS, TOPICS, TOPICS_OF_PART_TWO } from "../../src/quiz/question.ts";
import type { Lesson, Question } from "../../src/quiz/question.ts";

const ALL = [...BANKS.one, ...BANKS.two];
const PARTS = ["one", "two"] as const;

const rightOf = ({ options }: Question) => options.findIndex((option) => option.right);
const wrongOf = ({ options }: Question) => options.filter((option) => !option.right);
const textsOf = (question: Question) => [
  question.text,
  question.answer,
  question.check,
  ...question.reasoning,
  ...question.options.flatMap(({ text, why }) => [text, why]),
];

describe("the banks", () => {
  test("part one has 40 questions or more, at least 16 of them and a third of all with code", () => {
    expect(BANKS.one.length).toBeGreaterThanOrEqual(40);
    const withCode = BANKS.one.filter((question) => question.snippet !== undefined).length;
    expect(withCode).toBeGreaterThanOrEqual(Math.max(16, BANKS.one.length / 3));
  });

  test("part two has 30 questions or more, every second one with code, and some on each of its steps", () => {
    expect(BANKS.two.length).toBeGreaterThanOrEqual(30);
    const withCode = BANKS.two.filter((question) => question.snippet !== undefined).length;
    expect(withCode).toBeGreaterThanOrEqual(BANKS.two.length / 2);
    const lessons = new Set(BANKS.two.map(({ lesson }) => lesson));
    expect(lessons).toEqual(new Set([5, 6, 7, 8, 9, 10, 11, 12]));
  });

  test.each(PARTS)("part %s has enough of each difficulty that a third test asks nothing twice", (part) => {
    for (const difficulty of DIFFICULTIES) {
      const ofIt = BANKS[part].filter((question) => question.difficulty === difficulty);
      // Of twins, one counts.
      const count = new Set(ofIt.map(({ id, twins }) => twins ?? id)).size;
      expect(count, difficulty).toBeGreaterThanOrEqual(3 * QUESTION_COUNTS.test[difficulty]);
    }
  });

  test("cover every topic and every lesson", () => {
    expect(new Set(BANKS.one.map((question) => question.topic))).toEqual(new Set(TOPICS));
    expect(new Set(BANKS.two.map((question) => question.topic))).toEqual(new Set(TOPICS_OF_PART_TWO));
    expect(new Set(ALL.map((question) => question.lesson))).toEqual(new Set(LESSONS));
  });

  test("hard code of part one is code of steps 1 to 4, and most of its hard questions are code", () => {
    const hard = BANKS.one.filter(({ difficulty }) => difficulty === "hard");
    const code = hard.filter(({ snippet }) => snippet !== undefined);
    for (const { id, lesson } of code) expect([1, 2, 3, 4], id).toContain(lesson);
    expect(code.length).toBeGreaterThan(hard.length / 2);
  });

  test("ask what the page of this course asks first", () => {
    const first = BANKS.one.find(
      ({ text }) => text === "What is the main purpose of a refresh token in an Express app?",
    );
    const distractors = first
      ? wrongOf(first)
          .map(({ text }) => text)
          .join(" ")
      : "";
    expect(distractors).toMatch(/encrypt/);
    expect(distractors).toMatch(/store the user's password/);
    expect(distractors).toMatch(/log the user out/);
  });

  test("name every question by an id of its own, and know its part by it", () => {
    expect(QUESTIONS.size).toBe(ALL.length);
    for (const { id } of ALL) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const part of PARTS) for (const { id } of BANKS[part]) expect(partOf(id)).toBe(part);
  });

  test.each(PARTS)("part %s spreads the right answers evenly over the places", (part) => {
    const bank = BANKS[part];
    const places = LETTERS.map((_, place) => bank.filter((question) => rightOf(question) === place).length);
    for (const count of places) {
      expect(count / bank.length).toBeGreaterThan(0.2);
      expect(count / bank.length).toBeLessThan(0.3);
    }
  });
});

describe.each(PARTS)("in part %s an option's length gives nothing away", (part) => {
  const bank = BANKS[part];
  const rightLength = (question: Question) => question.options[rightOf(question)]?.text.length ?? 0;
  const wrongLengths = (question: Question) => wrongOf(question).map((option) => option.text.length);
  const share = (is: (question: Question) => boolean) => bank.filter(is).length / bank.length;

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
    const right = sum(bank.map(rightLength)) / bank.length;
    const wrong = sum(bank.flatMap(wrongLengths)) / (3 * bank.length);
    expect(right / wrong).toBeGreaterThan(0.9);
    expect(right / wrong).toBeLessThan(1.1);
  });
});

/** The text that a miss leads to, with its lines joined. */
const lessonText = (() => {
  const steps = stepsOf(loadCourse(), "all");
  return (lesson: Lesson) => {
    if (typeof lesson !== "number") return courseText(lesson).replaceAll(/\s+/g, " ");
    const step = steps.find(({ number }) => number === lesson);
    return step ? textOf(step, "lesson.md").replaceAll(/\s+/g, " ") : "";
  };
})();

describe.for(ALL)("$id", (question) => {
  test("leads to a text that holds the answer", () => {
    expect(lessonText(question.lesson)).toContain(question.lessonSays);
  });

  test("reads for people who are not native speakers", () => {
    for (const text of textsOf(question)) {
      expect(text, "a turn that is hard to read: say it in other words").not.toMatch(
        /[,:;] for (?!example)|\banew\b|\bany more\b|\bfor ever\b|\bnobody's\b|^Kept is/,
      );
    }
  });

  test("shows code as the course builds it", () => {
    const code = question.snippet?.code ?? "";
    const about = [question.text, question.answer, ...question.reasoning].join(" ");
    if (code.includes("const refreshTokens = []") && partOf(question.id) === "one")
      expect(about).toContain("const");
    if (/req\.body\.|\} = req\.body;/.test(code)) expect(about).toMatch(/req\.body\?|without any body/);
  });

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
    if (source !== undefined)
      expect(source).toMatch(
        /^(RFC \d{4} §[\d.]+(, (RFC \d{4} )?§[\d.]+)*|draft-[a-z0-9-]+ §[\d.]+|Express 5 .+|Fetch Standard, .+)$/,
      );
    if (textsOf(question).some((text) => /RFC \d/.test(text))) expect(source).toContain("RFC");
  });
});

describe("no two questions", () => {
  test("share a reason for a wrong option", () => {
    const reasons = ALL.flatMap((question) => question.options.map((option) => option.why));
    expect(reasons.filter((reason, place) => reasons.indexOf(reason) !== place)).toEqual([]);
  });

  test("ask the same of the same code", () => {
    const asked = ALL.map(({ text, snippet, exchange, options }) => {
      const code = snippet?.code ?? "";
      return JSON.stringify([code, exchange ?? (code === "" ? text : options.map((option) => option.text))]);
    });
    expect(new Set(asked).size).toBe(ALL.length);
  });

  test("are alike in their words", () => {
    // Jaccard: words in common by all words. What is shown counts as much as what is asked.
    const wordsOf = ({ text, snippet, exchange, answer }: Question) =>
      new Set(
        `${text} ${snippet?.code ?? ""} ${JSON.stringify(exchange ?? "")} ${answer}`
          .toLowerCase()
          .match(/\w+/g),
      );
    const words = ALL.map((question) => ({
      id: question.id,
      twins: question.twins,
      words: wordsOf(question),
    }));
    const alike = words.flatMap((one, place) =>
      words.slice(place + 1).flatMap((other) => {
        const common = [...one.words].filter((word) => other.words.has(word)).length;
        const likeness = common / (one.words.size + other.words.size - common);
        return likeness > (one.twins !== undefined && one.twins === other.twins ? 0.9 : 0.75)
          ? [`${one.id} ${other.id} ${likeness.toFixed(2)}`]
          : [];
      }),
    );
    expect(alike).toEqual([]);
  });
});
