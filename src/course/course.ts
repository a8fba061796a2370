/** Loads the steps: each folder under steps/ is a step, and no other list names it (see build.mjs). */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { shipped } from "../base/package.ts";
import type { Part, Step } from "../check/step.ts";

export type Language = "js" | "ts";

export interface Course {
  /** Part one, in order, counted from 1. */
  steps: readonly Step[];
  /** Part two, in order. Its numbers go on from those of part one. */
  partTwo: readonly Step[];
}

function isStep(value: unknown): value is Step {
  return typeof value === "object" && value !== null && "scenarios" in value && "checks" in value;
}

/** Loads every step of the course. Throws where the package holds no step, which would be a defect. */
export function loadCourse(): Course {
  const all: unknown = createRequire(shipped("package.json"))(shipped("dist", "steps.cjs"));
  const steps = Object.values(Object(all)).filter(isStep);
  if (steps.length === 0) throw new Error("dist/steps.cjs exports no step");
  const inOrder = steps.sort((a, b) => a.number - b.number);
  const ofPart = (part: Step["part"]) => inOrder.filter((step) => step.part === part);
  return { steps: ofPart("one"), partTwo: ofPart("two") };
}

/** The steps of a part, or of the whole course, in order. */
export function stepsOf(course: Course, part: Part | "all"): readonly Step[] {
  if (part === "all") return [...course.steps, ...course.partTwo];
  return part === "one" ? course.steps : course.partTwo;
}

/** What a part is about, in a few words. */
export const PART_TITLES: Readonly<Record<Part, string>> = {
  one: "Part one: the pattern",
  two: "Part two: fit for production",
};

/** The steps before one as a learner reads them: "step 1", "steps 1 and 2", "steps 1 to 3". */
export function stepsBefore({ number }: Step): string {
  const last = number - 1;
  return last === 1 ? "step 1" : last === 2 ? "steps 1 and 2" : `steps 1 to ${last}`;
}

/** "3-token": the name of a step's folder, of its solution, and of the learner's file. */
export function slugOf(step: Step): string {
  return `${step.number}-${step.name}`;
}

/** The texts that belong to no single step. */
export const COURSE_TEXTS = ["about", "concepts", "production"] as const;
export type CourseText = (typeof COURSE_TEXTS)[number];

export function courseText(name: CourseText): string {
  return readFileSync(shipped("dist", "course", `${name}.md`), "utf8");
}

/** A text of a step's folder. */
export function textOf(
  step: Step,
  name: "lesson.md" | "hints.md" | "task.md" | `starter.${Language}`,
): string {
  return readFileSync(shipped("steps", slugOf(step), name), "utf8");
}

/** The hints of a step, the mildest first: the sections of hints.md, each with its heading. */
export function hintsOf(step: Step): string[] {
  return textOf(step, "hints.md")
    .split(/^(?=## )/m)
    .map((section) => section.trim())
    .filter((section) => section !== "");
}

export function solutionOf(step: Step, language: Language): string {
  return readFileSync(shipped("solutions", `${slugOf(step)}.${language}`), "utf8");
}

/** The step that a number ("3") or a name ("token") means, or null. */
export function findStep(course: Course, wanted: string): Step | null {
  const word = wanted.trim().toLowerCase();
  return (
    stepsOf(course, "all").find((step) => [String(step.number), step.name, slugOf(step)].includes(word)) ??
    null
  );
}
