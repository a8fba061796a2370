import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { progressLine, scoreBars, table } from "../../src/drawing/bars.ts";
import { renderDiff } from "../../src/drawing/diff.ts";
import { drawTranscript } from "../../src/drawing/diagram.ts";
import { renderMarkdown } from "../../src/drawing/markdown.ts";
import { picturesOf } from "../../src/drawing/pictures.ts";
import { renderVerdict } from "../../src/drawing/verdict.ts";
import type { Canvas } from "../../src/drawing/canvas.ts";
import { expectGolden } from "./golden.ts";
import * as samples from "./samples.ts";

const root = join(import.meta.dirname, "..", "..");
const text = (...path: string[]) => readFileSync(join(root, ...path), "utf8");
const { passing, withAdvice, invertedCondition, hanging, crashed, throwing, files } = samples;

/** A text of every kind that the course's own use, so that a change of a lesson changes no golden file. */
const SAMPLE = text("test", "drawing", "sample.md");

const screens: Readonly<Record<string, (canvas: Canvas) => string>> = {
  "verdict-passed": (canvas) => renderVerdict(passing, { ...canvas, ...files }),
  "verdict-advice": (canvas) => renderVerdict(withAdvice, { ...canvas, ...files }),
  "verdict-inverted": (canvas) => renderVerdict(invertedCondition, { ...canvas, ...files }),
  "verdict-hanging": (canvas) => renderVerdict(hanging, { ...canvas, ...files }),
  "verdict-crashed": (canvas) => renderVerdict(crashed, { ...canvas, ...files }),
  "verdict-throwing": (canvas) => renderVerdict(throwing, { ...canvas, ...files }),
  "diagram-passed": (canvas) => drawTranscript(passing.transcript, passing.results, canvas),
  "diagram-inverted": (canvas) =>
    drawTranscript(invertedCondition.transcript, invertedCondition.results, canvas),
  "diagram-hanging": (canvas) => drawTranscript(hanging.transcript, hanging.results, canvas),
  markdown: (canvas) => renderMarkdown(SAMPLE, canvas, picturesOf(canvas)),
  diff: (canvas) =>
    renderDiff(samples.SOURCE, samples.SOURCE.replace("if (refresh", "if (!refresh"), canvas, {
      numbers: true,
    }) ?? "",
  bars: (canvas) =>
    [
      progressLine("Step 2 of 4", 1, 4, canvas),
      scoreBars(
        [
          { name: "easy", right: 2, total: 2 },
          { name: "medium", right: 1, total: 2 },
          { name: "hard", right: 0, total: 1 },
        ],
        canvas,
      ),
      table(
        [
          ["1", "login", "passed", "steps/1-login.js"],
          ["2", "store", "open", "steps/2-store.js, where a list of what is to be done stands at the end"],
        ],
        canvas,
      ),
      "",
    ].join("\n"),
};

describe.each(Object.entries(screens))("%s", (name, draw) => {
  test.each([40, 80, 120])("is drawn as recorded at %i columns", (width) => {
    expectGolden(`${name}-${width}`, draw(samples.canvas(width)));
  });

  test("is drawn as recorded with colours and links", () => {
    expectGolden(`${name}-color`, draw(samples.canvas(80, { color: true, links: true })));
  });

  test("is drawn as recorded in ASCII", () => {
    expectGolden(`${name}-ascii`, draw(samples.canvas(40, { unicode: false })));
  });
});
