/** What a page of the session holds on a usual screen. */

import { describe, expect, test } from "vitest";
import { loadCourse, stepsOf, textOf } from "../../src/course/course.ts";
import { widthOf } from "../../src/drawing/text.ts";
import { drawScreen } from "../../src/session/draw-session.ts";
import { pageOf } from "../../src/session/pages.ts";
import { firstState } from "../../src/session/state.ts";
import { newProgress } from "../../src/workspace/progress.ts";

const course = loadCourse();
const CANVAS = { width: 80, color: true, unicode: true, links: false };
const ROWS = 24;

/** The session at the lesson of a step. */
function atLesson(number: number) {
  const step = course.steps[number - 1];
  if (!step) throw new Error(`no step ${number}`);
  const texts = { [step.name]: { lesson: textOf(step, "lesson.md"), hints: [] } };
  const setting = {
    course,
    texts,
    about: "",
    concepts: "",
    production: "",
    nameFile: () => `refresh-tutor/steps/${step.number}-${step.name}.js`,
    folder: "refresh-tutor",
    installLine: null,
    watches: true,
    language: null,
  };
  return firstState(setting, { step, file: "/w/1.js", progress: newProgress("js", step) });
}

describe.each(course.steps.map(({ number, title }) => ({ number, title })))(
  "the lesson of step $number",
  ({ number, title }) => {
    const { lines, view } = drawScreen(atLesson(number), CANVAS, ROWS);

    test("begins with what to do, right under the title", () => {
      expect(lines[0]).toContain(title);
      const page = lines.slice(lines.indexOf("") + 1);
      expect(page[0]).toContain("What to do");
    });

    test("is read after one Space", () => {
      // A line of the first page stays above the second.
      expect(view.length).toBeLessThanOrEqual(2 * view.rows - 1);
    });
  },
);

test("no step's title is cut off in the list of steps, however narrow the screen", () => {
  const narrow = { ...CANVAS, width: 40, color: false };
  const { lines } = pageOf({ ...atLesson(1), page: { name: "steps", chosen: 0 } }, narrow);
  expect(lines.filter((line) => widthOf(line) > narrow.width)).toEqual([]);
  const page = lines.join(" ").replaceAll(/\s+/g, " ");
  const titles = stepsOf(course, "all").map(({ title }) => title);
  expect(titles.filter((title) => !page.includes(title))).toEqual([]);
});
