/**
 * The pictures of the README: what the program draws today of transcripts that were recorded, with fixed times. `npm run
 * pictures` makes them.
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { checkFile } from "../../src/check/check-file.ts";
import type { Step } from "../../src/check/step.ts";
import type { Verdict } from "../../src/check/verdict/verdict.ts";
import { hintsOf, loadCourse, slugOf, stepsOf, textOf } from "../../src/course/course.ts";
import type { Canvas } from "../../src/drawing/canvas.ts";
import { drawScene } from "../../src/drawing/scene-diagram.ts";
import { drawPage } from "../../src/drawing/scrolled-page.ts";
import { renderVerdict } from "../../src/drawing/verdict.ts";
import { askedOf } from "../../src/quiz/asked-question.ts";
import { QUESTIONS } from "../../src/quiz/bank.ts";
import { drawMarked, drawQuestion, drawReasons, questionHead } from "../../src/quiz/draw-question.ts";
import { begin } from "../../src/quiz/quiz-session.ts";
import { advance } from "../../src/session/advance.ts";
import { drawScreen } from "../../src/session/draw-session.ts";
import { firstState } from "../../src/session/state.ts";
import { afterPass, newProgress } from "../../src/workspace/progress.ts";
import { PATIENT } from "../checked.ts";
import { programsOf } from "../programs.ts";
import type { Program } from "../programs.ts";
import { readRecord } from "../recording/files.ts";
import { pack, unpack } from "../recording/pool.ts";
import { forFile, fromFile, recordingOf, relocated } from "../recording/recording.ts";
import { replay } from "../recording/replay.ts";
import { drawSvg } from "./svg.ts";

const course = loadCourse();
const canvas: Canvas = { width: 84, color: true, unicode: true, links: false };

/** Names the file of a step as a learner's file of it is named. */
const fileOf = (step: Step) => () => `steps/${slugOf(step)}.js`;

function sourceOf(file: string): string {
  return readFileSync(file, "utf8").replaceAll(/\s*\/\/ here$/gm, "");
}

/** The verdict on a learner program, by its mistake and slug, from what was recorded of it. */
function verdictOn(id: string, slug: string): Promise<Verdict> {
  const program = programsOf("learners").find((one) => one.id === id && one.slug === slug);
  const record = program && readRecord(program);
  if (!program || !record) throw new Error(`${id}/${slug} is not recorded`);
  return replay(course, program, record.recording);
}

/** The reference solution of step 9, which does not notice a stolen token, attacked as step 10 attacks. */
async function stolen(): Promise<Verdict> {
  const entry = shipped("solutions", "9-rotation.js");
  const program: Program = {
    set: "learners",
    id: "reuse-undetected",
    step: 10,
    slug: "",
    entry,
    express: 5,
    here: null,
  };
  const file = join(import.meta.dirname, "stolen.json");
  if (!existsSync(file)) {
    const step = stepsOf(course, "two").find(({ name }) => name === "reuse");
    if (!step) throw new Error("no step reuse");
    const verdict = await checkFile(step, entry, PATIENT);
    const recording = recordingOf(verdict, (text) => text);
    writeFileSync(file, pack({ ...forFile(recording) }));
  }
  return replay(course, program, fromFile(unpack(relocated(readFileSync(file, "utf8")))));
}

async function session(): Promise<string[]> {
  const steps = stepsOf(course, "all");
  const [first, second, third] = steps;
  if (!first || !second || !third) throw new Error("a course of fewer than three steps");
  const texts = steps.map(
    (step) => [step.name, { lesson: textOf(step, "lesson.md"), hints: hintsOf(step) }] as const,
  );
  const setting = {
    course,
    texts: Object.fromEntries(texts),
    about: "",
    concepts: "",
    production: "",
    nameFile: fileOf(third),
    folder: "refresh-tutor",
    installLine: null,
    watches: true,
    language: null,
  };
  const when = new Date("2026-01-01T10:00:00Z");
  const progress = [first, second].reduce(
    (so, step) => afterPass(so, course, step, when),
    newProgress("js", first),
  );
  const verdict = await verdictOn("token-ignores-store", "3-only-checks-that-something-was-sent");
  const { file } = verdict;
  const sources = new Map([[file, sourceOf(file)]]);
  const seen = { verdict: { ...verdict, ms: 24 }, sources, at: "10:24:07" };
  const state = firstState(setting, { step: third, file, progress });
  return drawScreen(advance(state, { type: "verdict", seen }).state, canvas, 34).lines;
}

async function diagnosis(): Promise<string[]> {
  const verdict = await verdictOn("splice-minus-one", "4-indexof-unguarded");
  const nextCommand = "refresh-tutor check 4";
  return renderVerdict(
    { ...verdict, ms: 0 },
    { ...canvas, nameFile: fileOf(verdict.step), sourceOf, nextCommand },
  )
    .trimEnd()
    .split("\n");
}

async function thief(): Promise<string[]> {
  const { transcript, results } = await stolen();
  return drawScene(transcript, results, canvas).trimEnd().split("\n");
}

function quiz(): string[] {
  const ids = ["const-push", "splice-unknown", "worse-theft", "shared-store", "const-reassigned"];
  const questions = ids.flatMap((id) => QUESTIONS.get(id) ?? []);
  const asked = askedOf(begin("practice", 7, questions), "splice-unknown");
  const wrong = asked.options.find(({ right }) => !right)?.letter ?? "A";
  const lines = [
    ...drawQuestion(asked, canvas),
    "",
    ...drawMarked(asked, wrong, canvas),
    "",
    ...drawReasons(asked, wrong, canvas),
  ];
  const keys = [
    { key: "Enter", label: "next question" },
    { key: "Q", label: "leave" },
  ];
  return drawPage({ head: questionHead(asked), lines, keys }, 0, canvas, lines.length + 4).lines;
}

const pictures = [
  { name: "session", title: "A guided session: the verdict on step 3, right after a save", draw: session },
  { name: "diagnosis", title: "A diagnosis: which line it is, why, and what to do", draw: diagnosis },
  {
    name: "thief",
    title: "The attack of step 10 as a diagram: a thief sends a stolen token again",
    draw: thief,
  },
  { name: "quiz", title: "A question of the quiz after a wrong answer", draw: quiz },
];

it.each(pictures)("the picture $name is what the program draws today", async ({ name, title, draw }) => {
  const file = shipped("pictures", `${name}.svg`);
  const picture = drawSvg(title, await draw(), canvas.width);
  if (process.env["RECORD"]) writeFileSync(file, picture);
  expect(readFileSync(file, "utf8"), "npm run pictures").toBe(picture);
});
