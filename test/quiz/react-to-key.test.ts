import { describe, expect, test } from "vitest";
import { press } from "../../src/quiz/react-to-key.ts";
import type { Choices, Looking } from "../../src/quiz/react-to-key.ts";
import { fc } from "../property.ts";

const start: Looking = { top: 0, chosen: null, notice: null };

/** A page with so many lines of question and options of these heights, and a screen of so many rows. */
function page(question: number, heights: readonly number[], rows: number) {
  const options = heights.map((height, index) => {
    const from = question + heights.slice(0, index).reduce((sum, each) => sum + each, 0);
    return { from, to: from + height };
  });
  const length = question + heights.reduce((sum, each) => sum + each, 0);
  const may: Choices["may"] = ["skip", "reread"];
  const top = (looking: Looking) => Math.max(0, Math.min(looking.top, length - rows));
  const key = (looking: Looking, name: string) =>
    press(looking, name, { top: top(looking), rows, length }, { options, may });
  return { options, length, top, key };
}

const anyPage = fc
  .tuple(
    fc.nat(40),
    fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 4, maxLength: 4 }),
    fc.integer({ min: 1, max: 30 }),
  )
  .map(([question, heights, rows]) => ({ ...page(question, heights, rows), rows }));

const isLooking = (value: ReturnType<typeof press>): value is Looking => !("type" in value);

describe("the arrow keys", () => {
  test("down leads through every line to the last option, however small the screen", () => {
    fc.assert(
      fc.property(anyPage, ({ key, top, length, rows, options }) => {
        let looking = start;
        const seen = new Set<number>();
        const chosen = new Set<number>();
        for (let times = 0; times < 200; times++) {
          for (let row = 0; row < rows; row++) seen.add(top(looking) + row);
          const next = key(looking, "down");
          if (!isLooking(next)) throw new Error("an arrow key answered");
          looking = next;
          if (looking.chosen !== null) chosen.add(looking.chosen);
        }
        expect([...chosen]).toEqual([0, 1, 2, 3]);
        const last = options.at(-1);
        for (let line = 0; line < length; line++) {
          // The end of an option that is longer than the screen is for the space bar.
          if (last && line >= last.from + rows) break;
          if (!options.some(({ from, to }) => line >= from + rows && line < to)) expect(seen).toContain(line);
        }
      }),
    );
  });

  test("up leads back to the first line", () => {
    fc.assert(
      fc.property(anyPage, ({ key, top, length }) => {
        let looking: Looking = { ...start, top: length, chosen: 3 };
        for (let times = 0; times < 200; times++) {
          const next = key(looking, "up");
          if (isLooking(next)) looking = next;
        }
        expect(top(looking)).toBe(0);
        expect(looking.chosen).toBe(0);
      }),
    );
  });
});

describe("Enter", () => {
  const { key } = page(10, [1, 1, 1, 1], 8);

  test("answers nothing before anything is chosen, and says so until the next key", () => {
    const asked = key(start, "return");
    expect(asked).toMatchObject({ chosen: null, notice: expect.stringContaining("Choose first") });
    expect(isLooking(asked) && key(asked, "space")).toMatchObject({ notice: null });
  });

  test("shows a chosen option that has been scrolled away instead of taking it", () => {
    const back = key({ ...start, chosen: 2 }, "return");
    expect(back).toMatchObject({ top: 12, chosen: 2 });
    expect(isLooking(back) && key(back, "return")).toEqual({ type: "answer", letter: "C" });
  });

  test("goes on from a page that is only read", () => {
    const view = { top: 0, rows: 8, length: 30 };
    expect(press(start, "return", view, { options: [], may: [] })).toEqual({ type: "next" });
  });
});

describe("letters", () => {
  const { key } = page(3, [1, 1, 1, 1], 20);

  test("A to D answer at once", () => {
    for (const [name, letter] of [
      ["a", "A"],
      ["d", "D"],
    ] as const) {
      expect(key(start, name)).toEqual({ type: "answer", letter });
    }
  });

  test("answer nothing on a page that is only read", () => {
    const view = { top: 0, rows: 8, length: 30 };
    expect(press(start, "a", view, { options: [], may: [] })).toEqual(start);
  });

  test("S skips, Q and Esc leave, Left goes back: only where it is offered", () => {
    expect(key(start, "s")).toEqual({ type: "skip" });
    expect(key(start, "q")).toEqual({ type: "leave", quits: true });
    expect(key(start, "escape")).toEqual({ type: "leave", quits: false });
    expect(key(start, "left")).toEqual({ type: "reread" });
    const view = { top: 0, rows: 8, length: 4 };
    const none: Choices = { options: [{ from: 0, to: 1 }], may: [] };
    expect(press(start, "s", view, none)).toEqual(start);
    expect(press(start, "left", view, none)).toEqual(start);
  });
});
