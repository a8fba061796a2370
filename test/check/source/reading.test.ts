import { describe, expect, it } from "vitest";
import { lacksReturn } from "../../../src/check/source/answers-and-returns.ts";
import { areDifferent, declarationMeant } from "../../../src/check/source/declared-at.ts";
import { findInSource } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { parseFile } from "../../../src/check/source/source.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { nameOf } from "../../../src/check/source/syntax.ts";
import { timersOf } from "../../../src/check/source/values.ts";

function sourceOf(text: string): Source {
  return { files: [parseFile("/app.js", text)] };
}

const at = (line: number, column = 1) => ({ file: "/app.js", line, column });

describe("the delay of a timer", () => {
  it.each([
    ["a number", "setTimeout(f, 1500)", 1500],
    ["a product", "setTimeout(f, 30 * 24 * 60 * 60 * 1000)", 2_592_000_000],
    ["a constant", "const DAY = 24 * 3600 * 1000;\nsetInterval(f, DAY * 2)", 172_800_000],
    ["a member", "class A { life = 2 * 500; go() { setTimeout(f, this.life) } }", 1000],
    ["something that only the run knows", "setTimeout(f, options.delay)", null],
  ])("is read off %s", (_, text, delay) => {
    expect(timersOf(sourceOf(text)).map((timer) => timer.delay)).toEqual([delay]);
  });
});

describe("an answer lacks its return", () => {
  const source = sourceOf(
    "function f(req, res) {\n  if (!user) {\n    res.sendStatus(404);\n  }\n  user.name;\n}\nfunction g() {\n  user.name;\n}",
  );

  it("where a line behind its branch ran after it", () => {
    expect(lacksReturn(source, at(3, 5), at(5, 3))).toBe(true);
  });

  it("not where that line is in another function", () => {
    expect(lacksReturn(source, at(3, 5), at(8, 3))).toBe(false);
  });
});

describe("which variable is meant", () => {
  /** The uses of `list` in a source: the declarations that they mean. */
  function meant(text: string): (Found | null)[] {
    const source = sourceOf(text);
    const uses = findInSource(source, (node, ancestors) => {
      const around = ancestors.at(-1);
      return nameOf(node) === "list" && node.type === "Identifier" && around?.type === "MemberExpression";
    });
    return uses.map((use) => declarationMeant(source, use, "list"));
  }

  it("is the outer one where a function declares none", () => {
    const [first, second] = meant("const list = [];\nf(() => list.push(1));\ng(() => list.includes(1));");
    expect(first).not.toBeNull();
    expect(areDifferent(first ?? null, second ?? null)).toBe(false);
  });

  it("is the inner one where it does", () => {
    const [first, second] = meant(
      "const list = [];\nf(() => list.push(1));\ng(() => { const list = []; list.includes(1); });",
    );
    expect(areDifferent(first ?? null, second ?? null)).toBe(true);
  });
});
