/** Draws how a quiz went: the score by difficulty, the strength, what to reread. */

import type { Part } from "../check/step.ts";
import { scoreBars } from "../drawing/bars.ts";
import type { Canvas } from "../drawing/canvas.ts";
import { prose } from "../drawing/diagnosis.ts";
import { glyphsOf, paintOf } from "../drawing/style.ts";
import { measureOf, spellOut, widthOf } from "../drawing/text.ts";
import { quizName } from "../workspace/quiz-progress.ts";
import type { QuizKind } from "../workspace/quiz-progress.ts";
import type { Answer } from "./mark-answers.ts";
import { DIFFICULTIES } from "./question.ts";
import type { Lesson } from "./question.ts";
import { rereads, scoreOf, STRENGTH_RULE } from "./score.ts";
import type { Score } from "./score.ts";
import type { Next } from "./where-to-go-on.ts";

/** What the drawing does not know by itself. */
export interface ScoreTexts {
  lessonTitle(lesson: Lesson): string;
  /** What to type to reread it; null: keys lead there. */
  lessonCommand: ((lesson: Lesson) => string) | null;
  /** What can be done next. */
  next: readonly Next[];
}

/** Whether it is shown on a page that begins at its top, or in a shell, where its end is seen. */
export type Where = "page" | "shell";

/** `What: command`, or the key in its place; the command on a line of its own where both do not fit on one. */
export function drawNext({ what, command, key }: Next, where: Where, canvas: Canvas): string[] {
  const { bold, cyan } = paintOf(canvas);
  if (where === "page") return key === null ? [] : prose(what, canvas, `${bold(cyan(key))}  `);
  const label = spellOut(`${what}:`, canvas);
  if (widthOf(label) + 1 + widthOf(command) <= measureOf(canvas)) return [`${label} ${cyan(command)}`];
  return [...prose(label, canvas), `  ${cyan(command)}`];
}

/** The result of a finished quiz; lines that fit. */
export function drawResult(
  part: Part,
  kind: QuizKind,
  answers: readonly Answer[],
  texts: ScoreTexts,
  where: Where,
  canvas: Canvas,
): string[] {
  const { bold, dim } = paintOf(canvas);
  const score = scoreOf(answers);
  const { right, total, points, strength } = score;
  const open = answers.filter(({ chosen }) => chosen === null).length;
  const unanswered = open === 0 ? "" : `, ${open} not answered`;
  const result = [
    ...prose(`${quizName(part, kind)}: ${right} of ${total} right${unanswered}`, canvas).map((line) =>
      bold(line),
    ),
    "",
    ...bars(score, canvas),
    "",
    ...prose(`Strength: ${strength} (${points.right} of ${points.total} points)`, canvas).map((line) =>
      bold(line),
    ),
    ...prose(STRENGTH_RULE, canvas).map((line) => dim(line)),
    "",
  ];
  const toReread = drawRereads(answers, texts, canvas);
  const next = texts.next.flatMap((each) => drawNext(each, where, canvas));
  // The score is on the screen either way, however much there is to reread.
  return where === "page" ? [...result, ...next, "", ...toReread] : [...toReread, ...result, ...next];
}

function drawRereads(answers: readonly Answer[], texts: ScoreTexts, canvas: Canvas): string[] {
  const { bold, cyan } = paintOf(canvas);
  const { todo, bullet } = glyphsOf(canvas);
  const lessons = rereads(answers);
  if (lessons.length === 0) return ["Nothing to reread.", ""];
  const numbers = new Map(answers.map(({ id }, index) => [id, index + 1]));
  const lines = lessons.flatMap(({ lesson, questions }) => [
    ...prose(texts.lessonTitle(lesson), canvas, `${bullet} `),
    ...questions.flatMap(({ id, topic }) => prose(`question ${numbers.get(id)}: ${topic}`, canvas, "  ")),
    ...(texts.lessonCommand ? [`  ${todo} ${cyan(texts.lessonCommand(lesson))}`] : []),
  ]);
  return [bold("Worth rereading:"), ...lines, ""];
}

/** The score so far of a quiz that was left; lines that fit. */
export function drawScoreSoFar(
  part: Part,
  kind: QuizKind,
  answers: readonly Answer[],
  canvas: Canvas,
): string[] {
  const { bold } = paintOf(canvas);
  const answered = answers.filter(({ chosen }) => chosen !== null);
  const name = quizName(part, kind);
  if (answered.length === 0) return prose(`${name}: none of ${answers.length} questions answered.`, canvas);
  const score = scoreOf(answered);
  const words = `${name}, so far: ${score.right} right of ${answered.length} answered, of ${answers.length} questions`;
  return [...prose(words, canvas).map((line) => bold(line)), "", ...bars(score, canvas)];
}

function bars({ byDifficulty }: Score, canvas: Canvas): string[] {
  return scoreBars(
    DIFFICULTIES.map((name) => ({ name, ...byDifficulty[name] })),
    canvas,
  ).split("\n");
}
