import { describe, expect, test } from "vitest";
import type { Canvas } from "../../src/drawing/canvas.ts";
import { drawPage } from "../../src/drawing/scrolled-page.ts";
import { widthOf } from "../../src/drawing/text.ts";
import { askedOf } from "../../src/quiz/asked-question.ts";
import { QUESTIONS } from "../../src/quiz/bank.ts";
import {
  drawMarked,
  drawOption,
  drawQuestion,
  drawReasons,
  questionHead,
} from "../../src/quiz/draw-question.ts";
import { drawResult, drawScoreSoFar } from "../../src/quiz/draw-result.ts";
import type { Answer } from "../../src/quiz/mark-answers.ts";
import { LETTERS } from "../../src/quiz/question.ts";
import type { Question } from "../../src/quiz/question.ts";
import { begin } from "../../src/quiz/quiz-session.ts";
import { expectGolden } from "../drawing/golden.ts";
import { canvas } from "../drawing/samples.ts";

const BANK = [...QUESTIONS.values()];
const whole = begin("test", 7, BANK);

/** A question that is no part of the bank, so that a change there changes no golden file. */
const SAMPLE: Question = {
  id: "sample",
  difficulty: "medium",
  topic: "filter",
  lesson: 4,
  lessonSays: "put the result back",
  text: "A client logs out and sends `refresh123` to `/token` once more. What does it get?",
  snippet: {
    language: "js",
    code: 'const app = express();\n\napp.post("/logout", (req, res) => {\n  const refreshToken = req.body?.refreshToken;\n  refreshTokens.filter((token) => token !== refreshToken);\n  res.sendStatus(204);\n});',
  },
  exchange: [
    { request: "POST /logout", body: '{ "refreshToken": "refresh123" }', response: "204 without a body" },
    { request: "POST /token", headers: { "Content-Type": "text/plain" }, body: "refresh123" },
  ],
  options: [
    {
      right: true,
      text: '200 with `{ "accessToken": "newAccess123" }`',
      why: "The token is still in the array.",
    },
    {
      right: false,
      text: '403 with `{ "error": "Forbidden" }`',
      why: "So it would be, had the result been kept.",
    },
    { right: false, text: "204 without a body", why: "That is the answer to the logout." },
    { right: false, text: "500 with Express's error page", why: "A result that nobody uses is no error." },
  ],
  reasoning: ["`filter` returns a new array.", "Nobody keeps it…", "So `refreshTokens` is as it was."],
  answer: "200: the logout removed nothing.",
  check: "Look to the left of `refreshTokens.filter`: there is no `=`.",
  source: "RFC 9700 §4.14.2",
};
const bank = new Map([[SAMPLE.id, SAMPLE]]);
const asked = askedOf(begin("practice", 1, [SAMPLE]), SAMPLE.id, bank);
const wrong =
  LETTERS.find((letter) => asked.options.some((option) => option.letter === letter && !option.right)) ?? "A";

const KEYS = [
  { key: "A-D", label: "answer" },
  { key: "S", label: "skip" },
  { key: "Q", label: "leave" },
];

function questionPage(each: Canvas, rows: number, top = 0): string {
  const options = asked.options.flatMap((option, index) =>
    drawOption(option, index === 1 ? "pointer" : "none", each),
  );
  const lines = [...drawQuestion(asked, each), "", ...options];
  return `${drawPage({ head: questionHead(asked), lines, keys: KEYS }, top, each, rows).lines.join("\n")}\n`;
}

const answers: Answer[] = [
  { id: "const-push", difficulty: "easy", chosen: "A", correct: true },
  { id: "worse-theft", difficulty: "easy", chosen: "B", correct: false },
  { id: "const-reassigned", difficulty: "medium", chosen: null, correct: false },
  { id: "shared-store", difficulty: "hard", chosen: "D", correct: true },
];
const texts = {
  lessonTitle: (lesson: string | number) => `The lesson ${lesson}`,
  lessonCommand: (lesson: string | number) => `refresh-tutor lesson ${lesson}`,
  next: [
    { what: "More questions", command: "refresh-tutor quiz", key: null },
    { what: "Test yourself with 10 questions", command: "refresh-tutor quiz --test", key: null },
  ],
};

const screens: Readonly<Record<string, (canvas: Canvas) => string>> = {
  "quiz-question": (each) => questionPage(each, 40),
  "quiz-question-small": (each) => questionPage(each, 10, 4),
  "quiz-reasons": (each) =>
    [...drawMarked(asked, wrong, each), "", ...drawReasons(asked, wrong, each), ""].join("\n"),
  "quiz-unanswered": (each) => [...drawReasons(asked, null, each), ""].join("\n"),
  "quiz-result": (each) => [...drawResult("one", "test", answers, texts, "shell", each), ""].join("\n"),
  "quiz-so-far": (each) => [...drawScoreSoFar("one", "practice", answers, each), ""].join("\n"),
};

describe.each(Object.entries(screens))("%s", (name, draw) => {
  test.each([40, 80])("is drawn as recorded at %i columns", (width) => {
    expectGolden(`${name}-${width}`, draw(canvas(width)));
  });

  test("is drawn as recorded with colours and links", () => {
    expectGolden(`${name}-color`, draw(canvas(80, { color: true, links: true })));
  });

  test("is drawn as recorded in ASCII", () => {
    expectGolden(`${name}-ascii`, draw(canvas(40, { unicode: false })));
  });
});

describe("code in an option", () => {
  const option = (text: string, each: Canvas) =>
    drawOption({ letter: "A", right: false, text, why: "" }, "none", each).join("\n");

  test("is drawn as code, without backticks, where there is colour", () => {
    expect(option("It is `true`.", canvas(80, { color: true }))).toBe("  A  It is \u001b[36mtrue\u001b[39m.");
  });

  test("keeps its backticks among other words where there is none", () => {
    expect(option("It is `true`.", canvas(80))).toBe("  A  It is `true`.");
  });

  test.each([
    ["`[ 'ada1' ]`", "[ 'ada1' ]"],
    ["200 with `{}`", "200 with {}"],
  ])("needs none where %s is all code, or code by its looks", (text, drawn) => {
    expect(option(text, canvas(80))).toBe(`  A  ${drawn}`);
  });
});

/** All that is ever drawn of a question. */
function drawn(question: Question, each: Canvas): string[] {
  const one = askedOf(whole, question.id);
  return [
    ...drawQuestion(one, each),
    ...LETTERS.flatMap((letter) => [...drawMarked(one, letter, each), ...drawReasons(one, letter, each)]),
  ];
}

describe("every question of the bank", () => {
  test.each([20, 40, 80])("fits %i columns", (width) => {
    for (const question of BANK) {
      const lines = drawn(question, canvas(width, { color: true }));
      for (const line of lines) expect(widthOf(line), question.id).toBeLessThanOrEqual(width);
    }
  });

  test("is ASCII where nothing else can be shown", () => {
    for (const question of BANK) {
      expect(drawn(question, canvas(60, { unicode: false })).join(""), question.id).toMatch(/^[ -~]*$/);
    }
  });
});

describe("a page", () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
  const head = "Question 10 of 10, medium";

  test("never has more lines than the screen, nor a wider one, and leaves a column for the cursor", () => {
    for (const columns of [20, 40, 80]) {
      for (let rows = 3; rows < 50; rows++) {
        const page = drawPage({ head, lines, keys: KEYS }, 5, canvas(columns), rows);
        expect(page.lines.length).toBeLessThanOrEqual(rows);
        for (const line of page.lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
        expect(widthOf(page.lines.at(-1) ?? "")).toBeLessThan(columns);
      }
    }
  });

  test("says where it stands whenever something is out of sight", () => {
    const shown = drawPage({ head, lines, keys: KEYS }, 99, canvas(40), 10);
    expect(shown.lines.join("\n")).toContain("line 29\n── 24-30 of 30 ─ Up: back ");
    expect(drawPage({ head, lines, keys: KEYS }, 0, canvas(40), 40).lines.join("\n")).not.toContain(" of 30");
  });
});
