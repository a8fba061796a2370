import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Part } from "../../src/check/step.ts";
import { BANKS, partOf } from "../../src/quiz/bank.ts";
import { draw } from "../../src/quiz/choose-questions.ts";
import { NO_HISTORY } from "../../src/workspace/quiz-progress.ts";
import type { QuizKind } from "../../src/workspace/quiz-progress.ts";
import { shownOptions } from "../../src/quiz/lay-out-options.ts";
import { begin, emptyFolder, freshWorkspace, run } from "./program.ts";

/** Runs `quiz` in an empty folder, or elsewhere, with this on standard input. */
function quizWith(input: string, words: readonly string[] = [], cwd = emptyFolder()) {
  const { child, ended } = begin(["quiz", ...words], { cwd });
  child.stdin?.end(input);
  return ended;
}

/** The letters that are right, by seed. */
function rightLetters(kind: QuizKind, seed: number, part: Part = "one"): string {
  const right = draw(kind, seed, NO_HISTORY, BANKS[part]).map((question) =>
    shownOptions(question, seed).find((option) => option.right),
  );
  return right.map((option) => `${option?.letter}\n`).join("");
}

describe("without a terminal", () => {
  test("a letter a line answers, and the score comes at the end", async () => {
    const { code, stdout, stderr } = await quizWith(rightLetters("practice", 7), ["--seed", "7"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.match(/^Question \d of 5, (easy|medium|hard)$/gm)).toHaveLength(5);
    expect(stdout.match(/^✓ Right\. [A-D]: /gm)).toHaveLength(5);
    expect(stdout).toContain("Practice quiz: 5 of 5 right\n");
    expect(stdout).toContain("Strength: strong (9 of 9 points)");
    expect(stdout).toContain("Nothing to reread.");
  });

  test("the strength test has ten questions, from easy to hard", async () => {
    const { code, stdout } = await quizWith(rightLetters("test", 3), ["--test", "--seed", "3"]);
    expect(code).toBe(0);
    const heads = [...stdout.matchAll(/^Question (\d+ of 10, \w+)$/gm)].map(([, head]) => head);
    const levels = ["easy", "easy", "easy", "easy", "medium", "medium", "medium", "hard", "hard", "hard"];
    expect(heads).toEqual(levels.map((level, index) => `${index + 1} of 10, ${level}`));
    expect(stdout).toContain("You may go straight to step 3: refresh-tutor start --step 3");
  });

  test("letters may be small, with spaces around them, a byte order mark and Windows line ends", async () => {
    const letters = rightLetters("practice", 7).toLowerCase().replaceAll("\n", " \t\r\n");
    const { stdout } = await quizWith(`\ufeff${letters}`, ["--seed", "7"]);
    expect(stdout).toContain("Practice quiz: 5 of 5 right\n");
  });

  test("a line that is no letter is asked again once, then the question counts as unanswered", async () => {
    const [first = "", ...others] = rightLetters("practice", 7).trim().split("\n");
    const input = ["E", first, "AB", "", ...others.slice(1), ""].join("\n");
    const { code, stdout } = await quizWith(input, ["--seed", "7"]);
    expect(code).toBe(0);
    expect(stdout).toContain('"E" is not a letter from A to D. Once more:');
    expect(stdout).toContain('"AB" is not a letter from A to D. Once more:');
    expect(stdout.match(/^✗ Not answered\. /gm)).toHaveLength(1);
    expect(stdout).toContain("Practice quiz: 4 of 5 right, 1 not answered\n");
  });

  test("what is typed cannot steer the terminal", async () => {
    const { stdout } = await quizWith("\u001b[2J\u0007\nA\n");
    expect(stdout).not.toContain("\u001b");
    expect(stdout).not.toContain("\u0007");
    expect(stdout).toContain("is not a letter from A to D");
  });

  test.each([
    ["in the middle", "A\nB\n", /so far: \d right of 2 answered, of 5 questions/],
    ["between the two tries of a question", "A\nx\n", /so far: \d right of 1 answered, of 5 questions/],
    ["at once", "", /none of 5 questions answered/],
  ])("input that ends early (%s) gives the score so far", async (_, input, score) => {
    const { code, stdout, stderr } = await quizWith(input);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.replaceAll("\n", " ")).toMatch(score);
    expect(stdout).not.toContain("Strength:");
  });

  test("an input without a last line feed is read to its end", async () => {
    const { stdout } = await quizWith(rightLetters("practice", 7).trimEnd(), ["--seed", "7"]);
    expect(stdout).toContain("5 of 5 right");
  });

  test("a reader that goes away ends it, although the input stays open", async () => {
    const { child, ended } = begin(["quiz"], { cwd: emptyFolder() });
    child.stdout?.once("data", () => {
      child.stdout?.destroy();
      child.stdin?.write("A\n");
    });
    expect(await ended).toMatchObject({ signal: null });
  });
});

/** Runs `quiz --json` and reads what it printed. */
async function document(input: string, ...words: string[]) {
  const ended = await quizWith(input, ["--json", ...words]);
  return { ...ended, parsed: JSON.parse(ended.stdout) };
}

describe("--json", () => {
  test("prints one document and nothing else; the questions go to standard error", async () => {
    const { code, parsed, stderr } = await document(rightLetters("practice", 7), "--seed", "7");
    expect(code).toBe(0);
    expect(stderr).toContain("Question 5 of 5, hard");
    expect(Object.keys(parsed)).toEqual([
      "schema",
      "kind",
      "seed",
      "score",
      "total",
      "answers",
      "strength",
      "part",
    ]);
    expect(parsed).toMatchObject({
      schema: 1,
      kind: "practice",
      seed: 7,
      score: 5,
      total: 5,
      strength: "strong",
    });
    for (const answer of parsed.answers) {
      expect(answer).toEqual({
        id: expect.any(String),
        difficulty: expect.stringMatching(/^(easy|medium|hard)$/),
        chosen: expect.stringMatching(/^[A-D]$/),
        correct: true,
      });
    }
  });

  test("is the same document for the same seed and letters, whatever was answered before", async () => {
    const workspace = await freshWorkspace();
    const again = () =>
      quizWith("a\nb\nc\nd\na\nb\nc\nd\na\nb\n", ["--json", "--test", "--seed", "12"], workspace.root);
    const first = (await again()).stdout;
    expect((await again()).stdout).toBe(first);
    expect(JSON.parse(first).answers).toHaveLength(10);
  });

  test("tells what was not answered", async () => {
    const { parsed } = await document("B\nx\ny\n", "--test", "--seed", "-3");
    expect(parsed).toMatchObject({ kind: "test", seed: -3, total: 10 });
    expect(parsed.answers.map(({ chosen }: { chosen: string | null }) => chosen)).toEqual([
      "B",
      ...Array(9).fill(null),
    ]);
  });
});

describe("--part two", () => {
  test("asks about part two, the same for the same seed", async () => {
    const { code, stdout } = await quizWith(rightLetters("test", 3, "two"), [
      "--test",
      "--part",
      "two",
      "--seed",
      "3",
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain("Strength test on part two: 10 of 10 right\n");
    expect(stdout).toContain("Go on building: refresh-tutor start --step 5");
  });

  test("has the same document", async () => {
    const { parsed } = await document(rightLetters("practice", 7, "two"), "--part", "two", "--seed", "7");
    expect(parsed).toMatchObject({ schema: 1, kind: "practice", score: 5, total: 5, part: "two" });
    for (const { id } of parsed.answers) expect(partOf(id)).toBe("two");
  });

  test("has results of its own", async () => {
    const { root, progress } = await freshWorkspace();
    await quizWith(rightLetters("practice", 7, "two"), ["--part", "two", "--seed", "7"], root);
    expect(progress().quiz).toMatchObject({
      best: {},
      partTwo: { best: { practice: { score: 5, total: 5, strength: "strong" } } },
    });
    const status = await run(["status"], { cwd: root });
    expect(status.stdout).toContain("Practice quiz on part two: best 5 of 5 (strong), last 5 of 5 (strong)");
  });

  test.each(["all", "2", ""])("--part %j is refused", async (part) => {
    const { code, stdout, stderr } = await quizWith("A\n", ["--part", part]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(`--part takes one or two, not "${part}".\nNext: refresh-tutor quiz --part two\n`);
  });
});

describe("the words", () => {
  test.each(["abc", "1.5", "1e3", "", "0x10", "99999999999999999999"])(
    "--seed %j is refused",
    async (seed) => {
      const { code, stdout, stderr } = await quizWith("A\n", ["--seed", seed]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toBe(`--seed takes a whole number, not "${seed}".\nNext: refresh-tutor quiz --seed 7\n`);
    },
  );
});

describe("what is kept", () => {
  test("best and last result, shown by status", async () => {
    const { root, progress } = await freshWorkspace();
    const first = await quizWith(rightLetters("practice", 7), ["--seed", "7"], root);
    expect(first.stdout).not.toContain("Your best so far");
    const { stdout } = await quizWith("x\ny\n".repeat(5), ["--seed", "7"], root);
    expect(stdout).toContain("Your best so far: 5 of 5 (strong)");
    expect(progress().quiz).toMatchObject({
      best: { practice: { score: 5, total: 5, strength: "strong" } },
      last: { practice: { score: 0, total: 5, strength: "weak" } },
      unfinished: null,
    });
    const status = await run(["status"], { cwd: root });
    expect(status.stdout).toContain("Practice quiz: best 5 of 5 (strong), last 0 of 5 (weak)");
  });

  test("a second strength test does not repeat the first", async () => {
    const { root } = await freshWorkspace();
    const ids = async () => {
      const { stdout } = await quizWith("A\n".repeat(10), ["--test", "--json"], root);
      return JSON.parse(stdout).answers.map(({ id }: { id: string }) => id);
    };
    const first = await ids();
    expect((await ids()).filter((id: string) => first.includes(id))).toEqual([]);
  });

  test("nothing of a quiz whose input ended early", async () => {
    const { root, read, progress } = await freshWorkspace();
    const before = read(".refresh-tutor", "progress.json");
    await quizWith("A\nB\n", [], root);
    expect(progress()).toEqual(JSON.parse(before));
  });

  test("nothing without a workspace, which is said", async () => {
    const { code, stdout } = await quizWith("A\n".repeat(5));
    expect(code).toBe(0);
    expect(stdout.replaceAll("\n", " ")).toContain("Nothing is saved, because there is no workspace here.");
  });

  test("nothing over a progress file of a later version, which is said", async () => {
    const { root } = await freshWorkspace();
    const file = join(root, ".refresh-tutor", "progress.json");
    writeFileSync(file, '{"schema":99}');
    const { code, stdout } = await quizWith("A\n".repeat(5), [], root);
    expect(code).toBe(0);
    expect(stdout).toContain("Nothing is saved.");
    expect(readFileSync(file, "utf8")).toBe('{"schema":99}');
  });

  test.skipIf(process.getuid?.() === 0)("nothing in a folder that is read-only, which is said", async () => {
    const { root } = await freshWorkspace();
    chmodSync(join(root, ".refresh-tutor"), 0o555);
    const { code, stdout } = await quizWith("A\n".repeat(5), [], root);
    chmodSync(join(root, ".refresh-tutor"), 0o755);
    expect(code).toBe(0);
    expect(stdout).toContain("Nothing is saved.");
  });
});
