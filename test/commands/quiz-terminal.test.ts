import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { askedOf } from "../../src/quiz/asked-question.ts";
import { draw } from "../../src/quiz/choose-questions.ts";
import { begin } from "../../src/quiz/quiz-session.ts";
import { shownOptions } from "../../src/quiz/lay-out-options.ts";
import { drawOption, drawQuestion } from "../../src/quiz/draw-question.ts";
import { emptyFolder, freshWorkspace, run } from "./program.ts";
import { inTerminal, KEYS } from "./pty.ts";

const SEED = 7;
const SEEDED = ["quiz", "--seed", String(SEED)];
const questions = draw("practice", SEED);

/** The letter of the right option of a question, counted from 1, or of a wrong one. */
function letter(number: number, right = true): string {
  const question = questions[number - 1];
  const options = question === undefined ? [] : shownOptions(question, SEED);
  return options.find((option) => option.right === right)?.letter ?? "";
}

type Terminal = ReturnType<typeof inTerminal>;

/** Answers questions, counted from 1, and goes on from each reasoning. */
async function answer(terminal: Terminal, ...numbers: number[]): Promise<void> {
  for (const number of numbers) {
    await terminal.shows(`Question ${number} of 5`);
    terminal.type(letter(number).toLowerCase());
    await terminal.shows("Right.");
    terminal.type(KEYS.enter);
  }
}

/** The terminal is as it was before: its own screen, no mode left on. */
function expectGivenBack(terminal: Terminal): void {
  expect(terminal.hasScreen()).toBe(false);
  expect(terminal.raw().lastIndexOf("[?25h")).toBeGreaterThanOrEqual(terminal.raw().lastIndexOf("[?25l"));
}

describe("a whole quiz", () => {
  test("is left with Ctrl-C in the middle and taken up again where it was", async () => {
    const { root, progress } = await freshWorkspace();
    const first = inTerminal(SEEDED, { cwd: root });
    await answer(first, 1, 2);
    await first.shows("Question 3 of 5");
    first.type(KEYS.ctrlC);
    expect(await first.ended).toBe(130);
    expectGivenBack(first);
    expect(first.screen()).toContain("2 right of 2 answered");
    expect(first.screen()).toContain("refresh-tutor quiz");
    expect(progress().quiz.unfinished).toMatchObject([
      { seed: SEED, waiting: questions.slice(2).map(({ id }) => id) },
    ]);
    expect((await run(["status"], { cwd: root })).stdout).toContain(
      "waits to be finished: refresh-tutor quiz\n",
    );

    const second = inTerminal(["quiz"], { cwd: root });
    await second.shows("Going on: 2 of 5 answered.");
    second.type(letter(3));
    await second.shows("Right.");
    second.type(KEYS.enter);
    await answer(second, 4, 5);
    expect(await second.ended).toBe(0);
    expectGivenBack(second);
    expect(second.screen()).toContain("Practice quiz: 5 of 5 right");
    expect(progress().quiz).toMatchObject({ unfinished: null, last: { practice: { score: 5, total: 5 } } });
  });

  test("brings a skipped question back after the others, under its number", async () => {
    const { root } = await freshWorkspace();
    const terminal = inTerminal(SEEDED, { cwd: root });
    await terminal.shows("Question 1 of 5");
    terminal.type("s");
    await terminal.shows("; 1 comes later");
    await answer(terminal, 2, 3, 4, 5);
    const last = await terminal.shows("Question 1 of 5");
    expect(last).not.toContain("skip");
    expect(last).not.toContain("comes later");
    await answer(terminal, 1);
    await terminal.shows("5 of 5 right");
    expect(await terminal.ended).toBe(0);
  });

  test("counts when it is left on the last reasoning", async () => {
    const { root, progress } = await freshWorkspace();
    const terminal = inTerminal(SEEDED, { cwd: root });
    await answer(terminal, 1, 2, 3, 4);
    await terminal.shows("Question 5 of 5");
    terminal.type(letter(5, false));
    await terminal.shows("Not this time.");
    terminal.type(KEYS.ctrlC);
    expect(await terminal.ended).toBe(130);
    expect(progress().quiz).toMatchObject({ unfinished: null, last: { practice: { score: 4, total: 5 } } });
  });
});

describe("leaving", () => {
  test.each([
    ["Q", "q", 0],
    ["Esc", KEYS.escape, 0],
    ["Ctrl-D", KEYS.ctrlD, 0],
    ["Ctrl-C", KEYS.ctrlC, 130],
  ])("%s on a reasoning loses nothing", async (_, key, code) => {
    const { root, progress } = await freshWorkspace();
    const terminal = inTerminal(SEEDED, { cwd: root });
    await terminal.shows("Question 1 of 5");
    terminal.type(letter(1));
    await terminal.shows("Right.");
    terminal.type(key);
    expect(await terminal.ended).toBe(code);
    expectGivenBack(terminal);
    expect(progress().quiz.unfinished).toMatchObject([{ given: { [questions[0]?.id ?? ""]: letter(1) } }]);
  });

  test.each(["SIGTERM", "SIGHUP", "SIGINT"])("%s gives the terminal back, too", async (signal) => {
    const { root, progress } = await freshWorkspace();
    const terminal = inTerminal(SEEDED, { cwd: root });
    await answer(terminal, 1);
    await terminal.shows("Question 2 of 5");
    terminal.signal(signal);
    expect(await terminal.ended).toBe(130);
    expectGivenBack(terminal);
    expect(progress().quiz.unfinished).toHaveLength(1);
  });

  test("without a workspace says that nothing is saved", async () => {
    const terminal = inTerminal(SEEDED, { cwd: emptyFolder() });
    await answer(terminal, 1);
    await terminal.shows("Question 2 of 5");
    terminal.type("Q");
    expect(await terminal.ended).toBe(0);
    expect(terminal.screen().replaceAll("\n", " ")).toContain(
      "Nothing is saved, because there is no workspace here.",
    );
  });

  test("a practice quiz and a strength test wait side by side", async () => {
    const { root } = await freshWorkspace();
    for (const words of [[], ["--test"]]) {
      const terminal = inTerminal(["quiz", ...words], { cwd: root });
      await terminal.shows("Question 1 of");
      terminal.type("a");
      await terminal.shows(/Right\.|Not this time\./);
      terminal.type("q");
      await terminal.ended;
    }
    const { stdout } = await run(["status"], { cwd: root });
    expect(stdout).toContain("waits to be finished: refresh-tutor quiz\n");
    expect(stdout).toContain("waits to be finished: refresh-tutor quiz --test\n");
  });
});

describe("a small screen", () => {
  test("shows every line of every question on the way down to the last option", async () => {
    const terminal = inTerminal(SEEDED, { cwd: emptyFolder(), columns: 40, rows: 10 });
    const session = begin("practice", SEED, questions);
    for (const [index, question] of questions.entries()) {
      const asked = askedOf(session, question.id);
      const canvas = { width: 40, color: true, unicode: true, links: false };
      const wanted = [
        ...drawQuestion(asked, canvas),
        ...asked.options.flatMap((option) => drawOption(option, "none", canvas)),
      ];
      const seen = new Set<string>();
      const look = (screen: string) =>
        screen.split("\n").forEach((line) => seen.add(line.replace(/^>/, " ").trimEnd()));
      let screen = await terminal.shows(`Question ${index + 1} of 5`);
      look(screen);
      while (!/^> D/m.test(screen)) {
        const before = screen;
        terminal.type(KEYS.down);
        // Each press either scrolls or points further down.
        screen = await terminal.shows((now) => now !== before);
        look(screen);
      }
      for (const line of wanted) expect(seen).toContain(stripVTControlCharacters(line).trimEnd());
      terminal.type(KEYS.enter);
      await terminal.shows(/Right\.|Not this time\./);
      terminal.type(KEYS.enter);
    }
    expect(await terminal.ended).toBe(0);
  });

  test("may change its size", async () => {
    const terminal = inTerminal(SEEDED, { cwd: emptyFolder() });
    await terminal.shows("Question 1 of 5");
    terminal.resize({ columns: 40, rows: 10 });
    const small = await terminal.shows(/1-\d+ of \d+/);
    expect(small.split("\n").length).toBeLessThanOrEqual(10);
    terminal.resize({ columns: 100, rows: 30 });
    await terminal.shows(/^Question 1 of 5, easy\n\nWhat[^─]*quit$/);
    terminal.type("q");
    expect(await terminal.ended).toBe(0);
  });

  test("leads back to the last reasoning, and from there to the question", async () => {
    const terminal = inTerminal(SEEDED, { cwd: emptyFolder() });
    await answer(terminal, 1);
    await terminal.shows("Question 2 of 5");
    terminal.type(KEYS.left);
    await terminal.shows("Question 1 of 5");
    terminal.type(KEYS.enter);
    await terminal.shows("Question 2 of 5");
    terminal.type("q");
    expect(await terminal.ended).toBe(0);
  });
});

describe("other ways to see it", () => {
  test("NO_COLOR takes the colours away, and nothing else", async () => {
    const terminal = inTerminal(SEEDED, { cwd: emptyFolder(), env: { NO_COLOR: "1" } });
    await terminal.shows("[A-D] answer");
    terminal.type(letter(1, false));
    expect(await terminal.shows("Not this time.")).toContain("✗");
    terminal.type("q");
    await terminal.ended;
    const sequences = terminal.raw().split("\u001b").slice(1);
    expect(sequences.filter((sequence) => /^\[[\d;]*m/.test(sequence))).toEqual([]);
  });

  test.each([
    ["--plain", ["--plain"], {}],
    ["a terminal that can move no cursor", [], { TERM: "dumb" }],
  ])("%s prints lines, and nothing is drawn twice", async (_, words, env) => {
    const { root, progress } = await freshWorkspace();
    const terminal = inTerminal([...SEEDED, ...words], { cwd: root, env, rows: 60 });
    await terminal.shows("A, B, C or D; S skips; Q leaves");
    terminal.type(`${letter(1)}\r`);
    await terminal.shows(/Right\.[^]*Question 2 of 5[^]*Q leaves/);
    terminal.type("q\r");
    expect(await terminal.ended).toBe(0);
    expect(terminal.raw()).not.toContain("\u001b");
    expect(progress().quiz.unfinished).toHaveLength(1);
  });

  test("--plain is ASCII", async () => {
    const terminal = inTerminal([...SEEDED, "--plain"], { cwd: emptyFolder(), rows: 60 });
    for (const number of [1, 2, 3, 4, 5]) {
      await terminal.shows(new RegExp(`Question ${number} of 5[^]*leaves`));
      terminal.type(`${letter(number, false)}\r`);
    }
    expect(await terminal.ended).toBe(0);
    expect(terminal.raw()).not.toMatch(/[^\r\n -~]/);
  });

  test("--json in a terminal asks line by line and ends with the document", async () => {
    const terminal = inTerminal([...SEEDED, "--json"], { cwd: emptyFolder(), rows: 60 });
    for (const number of [1, 2, 3, 4, 5]) {
      await terminal.shows(new RegExp(`Question ${number} of 5[^]*A, B, C or D`));
      terminal.type(`${letter(number)}\r`);
    }
    expect(await terminal.ended).toBe(0);
    expect(terminal.raw()).toContain('"score": 5');
  });
});
