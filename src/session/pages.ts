/** What each page of the session shows. Pure. */

import { typed } from "../base/invocation.ts";
import type { Step } from "../check/step.ts";
import type { Canvas } from "../drawing/canvas.ts";
import { tellAttack } from "../drawing/attack.ts";
import { drawAttacks } from "../drawing/closing.ts";
import { prose } from "../drawing/diagnosis.ts";
import { drawTranscript } from "../drawing/diagram.ts";
import { drawScene } from "../drawing/scene-diagram.ts";
import { renderDiff } from "../drawing/diff.ts";
import { codeBlock } from "../drawing/markdown.ts";
import { drawWholeExchange } from "../drawing/pictures.ts";
import { paintOf } from "../drawing/style.ts";
import { hang, measureOf, pad, spellOut, widthOf } from "../drawing/text.ts";
import { renderVerdict } from "../drawing/verdict.ts";
import { drawClosing } from "../quiz/draw-closing.ts";
import type { Seen } from "../watching/live-check.ts";
import { stepsBefore, stepsOf } from "../course/course.ts";
import { progressOf } from "../workspace/progress.ts";
import { languages, quizParts, steps, welcome } from "./choices.ts";
import { heading, markdown } from "./drawn-page.ts";
import type { Drawn } from "./drawn-page.ts";
import { ALWAYS, courseKeys, nextPlace, partIsDone, shownName } from "./keys.ts";
import { seenHere } from "./state.ts";
import type { Page, State } from "./state.ts";

type SolutionPage = Extract<Page, { name: "solution" }>;

/** The page of a state; every line fits the canvas. */
export function pageOf(state: State, canvas: Canvas): Drawn {
  const { page, setting } = state;
  switch (page.name) {
    case "welcome":
      return welcome(setting.about, page.chosen, canvas);
    case "language":
      return languages(state, page.chosen, canvas);
    case "quiz-part":
      return quizParts(page.chosen, canvas);
    case "steps":
      return steps(state, page.chosen, canvas);
    case "concepts":
    case "production":
      return text(markdown(setting[page.name], canvas));
    case "keys":
      return text(keyList(state, canvas));
    case "lesson":
      return text(lesson(state, canvas));
    case "hint":
      return text(hints(state, canvas));
    case "verdict":
      return text(verdict(state, canvas));
    case "diagram":
      return text(diagram(state, canvas));
    case "may-show-solution":
      return text([
        ...heading("Look at the solution?", canvas),
        "",
        ...prose(
          "This step is not passed yet. A hint (h) may be all you need, and what you find yourself stays.",
          canvas,
        ),
        "",
        ...prose("y shows the solution beside your file; your file stays as it is. n goes back.", canvas),
      ]);
    case "quiz-result":
      return text(drawClosing(page.closing, setting.course, "page", canvas));
    case "may-go-ahead":
      return text(mayGoAhead(page.step, canvas));
    case "solution":
      return text(solution(page, canvas));
    case "ending":
      return text(page.own === null ? ending(state, canvas) : endingOfPartTwo(state, page.own, canvas));
  }
}

const text = (lines: string[]): Drawn => ({ lines, focus: null, pinned: 0 });

/** What came of the attack on the code with which the learner came to this step; empty where there was none. */
export function attackOf({ place, setting, attacked }: State, canvas: Canvas): string[] {
  const seen = place && attacked[place.step.name];
  if (!seen) return [];
  const sourceOf = (file: string) => seen.sources.get(file) ?? null;
  return tellAttack(seen.verdict, { ...canvas, nameFile: setting.nameFile, sourceOf });
}

function lesson(state: State, canvas: Canvas): string[] {
  const { place, setting } = state;
  const attack = attackOf(state, canvas);
  // Its title stands above, with the step.
  const source = (setting.texts[place?.step.name ?? ""]?.lesson ?? "").replace(/^# .*\n/, "");
  const text = markdown(source, canvas);
  const lines = attack.length === 0 ? text : [...attack, "", ...text];
  if (place?.step.part !== "two" || setting.installLine === null) return lines;
  const install = `For your editor to know the libraries, where you use them: \`${setting.installLine}\``;
  return [...lines, "", ...prose(install, canvas)];
}

/** Which editor it is. Whoever has chosen none may find themselves in vi, and not know the way out. */
const EDITS = ", in $VISUAL, $EDITOR or the editor that is running; :q leaves vi";

/** Every key that does something on the pages of a step, those that there was no room for included. */
function keyList(state: State, canvas: Canvas): string[] {
  const { bold, cyan } = paintOf(canvas);
  const keys = [...courseKeys(state), ...ALWAYS].map(({ key, label }) => ({
    key: shownName(key),
    label: label === "edit" ? `edit${EDITS}` : label,
  }));
  const widest = Math.max(...keys.map(({ key }) => widthOf(key)));
  const lines = keys.flatMap(({ key, label }) =>
    hang(`${bold(cyan(pad(key, widest)))}  `, label, canvas.width),
  );
  return [...heading("All keys", canvas), "", ...lines];
}

function hints({ place, setting }: State, canvas: Canvas): string[] {
  if (!place) return [];
  const levels = setting.texts[place.step.name]?.hints ?? [];
  const known = Math.min(progressOf(place.progress, place.step).hints, levels.length);
  const last = known === levels.length ? "That was the last one." : "h goes one level further.";
  const lines = heading(`Hint ${known} of ${levels.length}. ${last}`, canvas);
  // The new one first: it has to be on the screen, however small that is.
  for (const hint of levels.slice(0, known).toReversed()) lines.push("", ...markdown(hint, canvas));
  return lines;
}

function verdict(state: State, canvas: Canvas): string[] {
  const seen = seenHere(state);
  if (!seen) return [];
  const lines = verdictOf(seen, state, canvas);
  if (!seen.verdict.passed) return lines;
  const ends = nextPlace(state) === "ending";
  const key = ends ? "n shows the whole picture." : "n goes on to the next step, with your own code.";
  const below = ["", ...heading(`Take your time: ${key}`, canvas), "", ...diagram(state, canvas)];
  return [...(ends && partIsDone(state) ? [...finished(state, canvas), ""] : []), ...lines, ...below];
}

/** What the learner has finished. */
function finished({ place, setting }: State, canvas: Canvas): string[] {
  const { bold, green } = paintOf(canvas);
  const part = place?.step.part ?? "one";
  const count = stepsOf(setting.course, part).length;
  const what =
    part === "one"
      ? "You have built the refresh token pattern"
      : "Your server holds against every attack of this course";
  return prose(`${what}: ${count} of ${count} steps.`, canvas).map((line) => bold(green(line)));
}

function verdictOf({ verdict, sources }: Seen, { setting }: State, canvas: Canvas): string[] {
  const { nameFile } = setting;
  const sourceOf = (file: string) => sources.get(file) ?? null;
  const options = { ...canvas, nameFile, sourceOf, typed, nextCommand: null, inPlace: true };
  return renderVerdict(verdict, options).trimEnd().split("\n");
}

function diagram(state: State, canvas: Canvas): string[] {
  const verdict = seenHere(state)?.verdict;
  if (verdict && verdict.transcript.exchanges.length > 0) {
    const draw = verdict.step.part === "one" ? drawTranscript : drawScene;
    return draw(verdict.transcript, verdict.results, canvas).trimEnd().split("\n");
  }
  const why = verdict ? "The app did not come up, so there were no requests." : "No requests yet.";
  return prose(
    `${why} Once your app is checked, what client and server say to each other is drawn here.`,
    canvas,
  );
}

function mayGoAhead(step: Step, canvas: Canvas): string[] {
  const { number } = step;
  return [
    ...heading(`Go on to step ${number} already?`, canvas),
    "",
    ...prose(
      `Step ${number - 1} is not passed yet. So the file of step ${number} would begin with the code of this course for ${stepsBefore(step)}, which is their solution.`,
      canvas,
    ),
    "",
    ...prose(
      `y goes there with that code. Your own files stay as they are; and when you pass step ${number - 1}, a file of step ${number} that you have not changed follows your own code. n goes back.`,
      canvas,
    ),
  ];
}

function solution({ own, reference, language }: SolutionPage, canvas: Canvas): string[] {
  const code = [...heading("The solution", canvas), "", ...codeBlock(reference.trimEnd(), language, canvas)];
  const difference = renderDiff(own, reference, canvas);
  if (difference === null) return code;
  if (difference === "")
    return [...heading("Your file is the solution, word for word.", canvas), "", ...code];
  const title = heading("From your file to the solution: - goes, + comes. Your way may be as right.", canvas);
  return [...title, "", ...difference.trimEnd().split("\n"), "", ...code];
}

function ending(state: State, canvas: Canvas): string[] {
  const { place, setting } = state;
  const { steps } = setting.course;
  const checks = steps.reduce((sum, step) => sum + (place ? progressOf(place.progress, step).checks : 0), 0);
  const counted = checks === 1 ? "once" : `${checks} times`;
  const offer =
    "Part two makes it fit for production, one attack after the other: p begins it with your own code.";
  return [
    ...finished(state, canvas),
    "",
    ...steps.flatMap(({ number, learned }) =>
      hang(`${number} `, spellOut(learned, canvas), measureOf(canvas)),
    ),
    "",
    ...drawWholeExchange(canvas).split("\n"),
    "",
    ...prose(
      `On the way, your code was checked ${counted}. Want to test yourself? z asks questions.`,
      canvas,
    ),
    ...(setting.course.partTwo.length > 0 ? prose(offer, canvas) : []),
    ...prose("o tells what a real server needs besides.", canvas),
  ];
}

function endingOfPartTwo(state: State, own: string, canvas: Canvas): string[] {
  const { place, setting } = state;
  const name = place ? setting.nameFile(place.file) : "";
  // What no step builds stands at the end of the text about production.
  const open = setting.production.slice(Math.max(0, setting.production.indexOf("\n## ")));
  const last = setting.course.partTwo.at(-1)?.number ?? 0;
  const save = typed(`solution ${last} --save server.${place?.progress.language ?? "js"}`);
  return [
    ...finished(state, canvas),
    "",
    ...drawAttacks(setting.course.partTwo, name, own, canvas),
    "",
    ...markdown(open, canvas),
    "",
    ...prose(`To start a project from the whole server: \`${save}\``, canvas),
  ];
}
