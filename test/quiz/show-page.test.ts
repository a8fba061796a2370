import { render } from "@inquirer/testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Screen } from "../../src/quiz/quiz-screen.ts";
import { showSheet } from "../../src/quiz/show-page.ts";
import type { SheetConfig } from "../../src/quiz/show-page.ts";

/** A screen of so many rows that can change its size. */
function screenOf(columns: number, rows: number) {
  let size = { columns, rows };
  let listeners: (() => void)[] = [];
  const screen = {
    input: process.stdin,
    size: () => size,
    onResize(listener: () => void) {
      listeners.push(listener);
      return () => {
        listeners = listeners.filter((other) => other !== listener);
      };
    },
    clear: vi.fn(),
    output: () => process.stdout,
    suspend: vi.fn(),
  } satisfies Screen;
  return {
    screen,
    listening: () => listeners.length,
    resize(to: { columns: number; rows: number }) {
      size = to;
      for (const listener of listeners) listener();
    },
  };
}

const OPTIONS = ["A one", "B two", "C three", "D four"];

function config(screen: Screen, question = 3): SheetConfig {
  const lines = Array.from({ length: question }, (_, index) => `line ${index + 1}`);
  return {
    screen,
    canvas: { width: 80, color: false, unicode: true, links: false },
    draw: (chosen) => ({
      head: "Question 1 of 5, easy",
      lines: [...lines, ...OPTIONS.map((text, index) => `${index === chosen ? ">" : " "} ${text}`)],
      options: OPTIONS.map((_, index) => ({ from: question + index, to: question + index + 1 })),
    }),
    may: ["skip"],
    keys: [
      { key: "A-D", label: "answer" },
      { key: "Q", label: "leave" },
    ],
    notice: null,
  };
}

afterEach(() => void vi.restoreAllMocks());

describe("a question on the screen", () => {
  test("shows head, text, options and keys", async () => {
    const { getScreen, events, answer } = await render(showSheet, config(screenOf(80, 24).screen));
    expect(getScreen()).toBe(
      "Question 1 of 5, easy\n\nline 1\nline 2\nline 3\n  A one\n  B two\n  C three\n  D four\n\n[A-D] answer  [Q] leave",
    );
    events.keypress("q");
    await expect(answer).resolves.toMatchObject({ type: "leave" });
  });

  test.each(["a", "b", "c", "d"])("takes %s at once", async (key) => {
    const { events, answer } = await render(showSheet, config(screenOf(80, 24).screen));
    events.keypress({ name: key, shift: true });
    await expect(answer).resolves.toEqual({ type: "answer", letter: key.toUpperCase() });
  });

  test("takes what the arrows point at on Enter", async () => {
    const { events, answer, getScreen } = await render(showSheet, config(screenOf(80, 24).screen));
    for (const key of ["down", "down", "down", "up"]) events.keypress(key);
    expect(getScreen()).toContain("> B two");
    events.keypress("return");
    await expect(answer).resolves.toEqual({ type: "answer", letter: "B" });
  });

  test("is not answered by an Enter too many", async () => {
    const { events, answer, getScreen } = await render(showSheet, config(screenOf(80, 24).screen));
    events.keypress("return");
    expect(getScreen()).toContain("Choose first");
    events.keypress({ name: "a", ctrl: true });
    expect(getScreen()).toContain("Choose first");
    events.keypress("s");
    await expect(answer).resolves.toEqual({ type: "skip" });
  });

  test("never draws more lines than the screen has, and says what is missing", async () => {
    const { events, answer, getScreen } = await render(showSheet, config(screenOf(40, 10).screen, 30));
    expect(getScreen().split("\n").length).toBeLessThanOrEqual(10);
    expect(getScreen()).toContain("1-7 of 34");
    for (let times = 0; times < 4; times++) events.keypress("down");
    expect(getScreen()).toContain("> A one");
    events.keypress("escape");
    await expect(answer).resolves.toMatchObject({ type: "leave" });
  });

  test("is drawn anew when the size of the screen changes, and listens no longer afterwards", async () => {
    const resizable = screenOf(80, 24);
    const { answer, events, getScreen } = await render(showSheet, config(resizable.screen, 12));
    resizable.resize({ columns: 40, rows: 8 });
    expect(getScreen()).toContain("1-5 of 16");
    expect(resizable.screen.clear).toHaveBeenCalled();
    events.keypress("q");
    await answer;
    expect(resizable.listening()).toBe(0);
  });
});
