/** The pages on which the learner chooses from a list. Pure. */

import { PART_TITLES, stepsOf } from "../course/course.ts";
import type { Canvas } from "../drawing/canvas.ts";
import { prose } from "../drawing/diagnosis.ts";
import { glyphsOf, paintOf } from "../drawing/style.ts";
import { hang, spellOut, widthOf } from "../drawing/text.ts";
import { passedSteps } from "../workspace/progress.ts";
import { heading, markdown } from "./drawn-page.ts";
import type { Drawn } from "./drawn-page.ts";
import { PARTS } from "./state.ts";
import type { State } from "./state.ts";

/** The first page: what the course is about, without its title, which stands above, and the ways in. */
export function welcome(source: string, chosen: number, canvas: Canvas): Drawn {
  const { bullet } = glyphsOf(canvas);
  const about = markdown(source.replace(/^# .*\n/, ""), canvas);
  // Lists stand close to what is above them, so that all fits on a usual screen.
  const intro = about.filter((line, index) => line !== "" || !about[index + 1]?.startsWith(bullet));
  const drawn = withChoices(
    [...intro, "", ...heading("How do you want to begin?", canvas)],
    WAY_CHOICES,
    chosen,
    canvas,
  );
  return { ...drawn, pinned: drawn.lines.length - intro.length - 1 };
}

/** JavaScript or TypeScript? */
export function languages(state: State, chosen: number, canvas: Canvas): Drawn {
  const intro = [...heading("JavaScript or TypeScript?", canvas), "", ...prose(madeHere(state), canvas), ""];
  return withChoices(intro, LANGUAGE_CHOICES, chosen, canvas);
}

/** Which part the quiz asks about. */
export function quizParts(chosen: number, canvas: Canvas): Drawn {
  return withChoices([...heading("A quiz on which part?", canvas), ""], PART_CHOICES, chosen, canvas);
}

/** All steps of the course. */
export function steps(state: State, chosen: number, canvas: Canvas): Drawn {
  return withChoices([...heading("The steps", canvas), ""], stepChoices(state, canvas), chosen, canvas);
}

interface Choice {
  /** A heading over it; null: none. */
  over?: string | null;
  title: string;
  about: string;
}

const WAY_CHOICES: readonly Choice[] = [
  { title: "Build it", about: "4 steps, about 40 minutes; step 1 is five lines" },
  { title: "Concepts and practice", about: "no test required: read a little, then build" },
  { title: "Test yourself", about: "recommended: 10 questions, easy, medium and hard" },
];

const LANGUAGE_CHOICES: readonly Choice[] = [
  { title: "JavaScript", about: "" },
  { title: "TypeScript", about: "nothing to set up; types are not checked" },
];

const PART_CHOICES: readonly Choice[] = PARTS.map((part) => ({ title: PART_TITLES[part], about: "" }));

function madeHere({ setting }: State): string {
  return `Your files will be in the folder ${setting.folder}. Nothing is written anywhere else.`;
}

function stepChoices({ place, setting }: State, canvas: Canvas): Choice[] {
  const { holds } = glyphsOf(canvas);
  const steps = stepsOf(setting.course, "all");
  const passed = place ? passedSteps(place.progress, steps) : [];
  return steps.map((step) => {
    const here = step === place?.step ? "you are here" : "";
    const isPassed = passed.includes(step);
    return {
      over: step === setting.course.partTwo[0] ? PART_TITLES.two : null,
      title: step.title,
      about: [isPassed ? `${holds} passed` : "", here].filter(Boolean).join(", "),
    };
  });
}

/** A list to choose from; the marked line is kept in sight. */
function withChoices(
  intro: readonly string[],
  choices: readonly Choice[],
  chosen: number,
  canvas: Canvas,
): Drawn {
  const { bold, dim } = paintOf(canvas);
  const { pointer } = glyphsOf(canvas);
  const digits = String(choices.length).length;
  const names = choices.map(({ title }, index) => {
    const mark = index === chosen ? pointer : " ";
    return hang(`${mark} ${String(index + 1).padStart(digits)} `, spellOut(title, canvas), canvas.width);
  });
  const widest = Math.max(...names.flat().map(widthOf));
  const lines = [...intro];
  let focus = 0;
  choices.forEach(({ over, about }, index) => {
    if (over) lines.push("", ...heading(over, canvas));
    const name = names[index] ?? [];
    const gap = " ".repeat(widest + 2 - widthOf(name.at(-1) ?? ""));
    const beside = widest + 2 + widthOf(about) <= canvas.width;
    if (index === chosen) focus = lines.length;
    lines.push(...(index === chosen ? name.map((line) => bold(line)) : name));
    if (about && beside) lines.push((lines.pop() ?? "") + gap + dim(about));
    if (about && !beside)
      lines.push(...hang(" ".repeat(3 + digits), about, canvas.width).map((line) => dim(line)));
  });
  return { lines, focus, pinned: 0 };
}
