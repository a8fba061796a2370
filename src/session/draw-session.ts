/** The whole screen of the session as lines: where the learner is, the page, the keys. Pure. */

import { pathToFileURL } from "node:url";
import { stepsOf } from "../course/course.ts";
import { progressLine } from "../drawing/bars.ts";
import type { Canvas } from "../drawing/canvas.ts";
import { linked } from "../drawing/link.ts";
import { drawKeys, drawPlace, LEAST } from "../drawing/scrolled-page.ts";
import type { KeyHint, View } from "../drawing/scrolled-page.ts";
import { glyphsOf, paintOf } from "../drawing/style.ts";
import { printableLine, spellOut, truncate, widthOf, wrap } from "../drawing/text.ts";
import { passedSteps } from "../workspace/progress.ts";
import { choicesOf, isPassed, keysOf, shownName } from "./keys.ts";
import { pageOf } from "./pages.ts";
import { seenHere } from "./state.ts";
import type { State } from "./state.ts";

export interface Screen {
  /** As many as there are rows, or fewer. */
  lines: string[];
  view: View;
}

/** Below so many rows, everything but the page is kept as short as can be. */
const ROOMY = 16;
/** From so many columns on, the keys take one line. */
const WIDE = 76;
/** How many columns are kept for how far the learner is. */
const LEAST_PROGRESS = 15;
const SPINNER = ["|", "/", "-", "\\"];
/** How many ticks of a running check are a second; the first comes after three (src/watching/live-check.ts). */
const TICKS = 10;
const TICKS_BEFORE = 2;

/**
 * The screen for a state.
 *
 * @param rows of the terminal; its columns are the canvas's width
 */
export function drawScreen(state: State, canvas: Canvas, rows: number): Screen {
  const roomy = rows >= ROOMY;
  const head = roomy ? [...statusLines(state, canvas), ""] : shortHead(state, canvas);
  const keys = footOf(state, canvas);
  const drawn = pageOf(state, canvas);
  const space = rows - head.length - keys.length - 1;
  // Where too little is left for the rest of the page, nothing is pinned.
  const isPinned = drawn.lines.length > space && drawn.pinned > 0 && drawn.pinned + LEAST <= space;
  const pinned = isPinned ? drawn.lines.slice(-drawn.pinned) : [];
  // The rule takes the place of the empty line between both.
  const page = isPinned ? drawn.lines.slice(0, -drawn.pinned - 1) : drawn.lines;
  const focus = isPinned ? null : drawn.focus;
  const room = Math.max(1, space - pinned.length);
  const wanted = state.scroll ?? (focus === null ? 0 : focus - room + 1);
  const top = Math.max(0, Math.min(wanted, page.length - room));
  const view = { top, rows: room, length: page.length };
  const shown = page.slice(top, top + room);
  const filling = Array.from({ length: room - shown.length }, () => "");
  const { line } = glyphsOf(canvas);
  const place = page.length > room ? drawPlace(view, canvas) : paintOf(canvas).dim(line.repeat(canvas.width));
  const lines = [...head, ...shown, ...filling, place, ...pinned, ...keys];
  return { lines: lines.slice(0, rows), view };
}

/** Where the learner is: the step, the file, what was found. */
export function statusLines(state: State, canvas: Canvas): string[] {
  const { bold } = paintOf(canvas);
  const { place } = state;
  if (!place)
    return [bold(truncate("refresh-tutor: the refresh token pattern in Express", canvas.width, "..."))];
  const steps = stepsOf(state.setting.course, place.step.part);
  const passed = passedSteps(place.progress, steps).length;
  const title = printableLine(spellOut(place.step.title, canvas));
  const together = `${count(state)}: ${title}`;
  const fits = widthOf(together) + LEAST_PROGRESS <= canvas.width;
  const progress = progressLine(fits ? together : count(state), passed, steps.length, canvas);
  const apart = fits ? [] : wrap(title, canvas.width).map((line) => bold(line));
  // Who reads about the course has nothing to edit now.
  if (isApart(state)) return [progress, ...apart, ...(state.notice === null ? [] : status(state, canvas))];
  return [progress, ...apart, fileLine(state, canvas), ...status(state, canvas)];
}

/** Whether the page is about the course and not about the step. */
function isApart({ page }: State): boolean {
  return (
    page.name === "concepts" ||
    page.name === "production" ||
    page.name === "keys" ||
    page.name === "quiz-result"
  );
}

function shortHead(state: State, canvas: Canvas): string[] {
  if (!state.place) return [];
  const line = `${count(state)}: ${statusText(state, canvas, true)}`;
  const lines = wrap(line, canvas.width).slice(0, 2);
  return state.page.name === "lesson" ? [...lines, fileLine(state, canvas)] : lines;
}

function count({ place, setting }: State): string {
  if (!place) return "";
  const { number, part } = place.step;
  const last = stepsOf(setting.course, part).at(-1) ?? place.step;
  return `${part === "two" ? "Part two, step" : "Step"} ${number} of ${last.number}`;
}

function fileLine({ place, setting }: State, canvas: Canvas): string {
  if (!place) return "";
  const { cyan } = paintOf(canvas);
  const name = printableLine(setting.nameFile(place.file));
  // Its end says more than its beginning.
  const room = canvas.width - 5;
  const shown = widthOf(name) <= room ? name : `...${name.slice(3 - room)}`;
  return `Edit ${canvas.links ? linked(cyan(shown), pathToFileURL(place.file).href, canvas) : cyan(shown)}`;
}

function status(state: State, canvas: Canvas): string[] {
  return wrap(statusText(state, canvas), canvas.width).slice(0, 2);
}

/** What the tutor is doing, or has just found. */
function statusText(state: State, canvas: Canvas, short = false): string {
  const { checking, failing, notice, setting } = state;
  const { bold, green, red, yellow } = paintOf(canvas);
  const { holds, fails } = glyphsOf(canvas);
  if (checking !== null && checking > 0) {
    const what = failing === null ? "Checking" : `${red(`${fails} ${failing}`)}: looking for the cause`;
    const seconds = Math.floor((checking + TICKS_BEFORE) / TICKS);
    return `${SPINNER[checking % SPINNER.length]} ${what}${seconds > 0 ? `, ${seconds} s` : ""}`;
  }
  if (notice !== null) return bold(yellow(printableLine(spellOut(notice, canvas))));
  const seen = seenHere(state);
  if (seen) {
    const { passed, ms } = seen.verdict;
    const result = passed ? green(`${holds} Passed`) : red(`${fails} Not yet`);
    return short
      ? `${bold(result)} (${seen.at})`
      : `${bold(result)}, checked at ${seen.at} in ${Math.round(ms)} ms`;
  }
  const save = short ? "Save to check it" : "Save it, and it is checked at once";
  const wait = setting.watches ? save : "Press c to check it";
  return isPassed(state) ? `${green(`${holds} Passed`)} before. ${wait}.` : `${wait}.`;
}

/** The keys that choose on a page that has something to choose from. */
function choiceKeys(state: State): KeyHint[] {
  const count = choicesOf(state);
  return count === 0
    ? []
    : [
        { key: "Up Down", label: "move" },
        { key: `1-${count}`, label: "take" },
      ];
}

/** The keys at the foot: as many as there is room for. The others are behind "?", which stays, and so does what ends. */
function footOf(state: State, canvas: Canvas): string[] {
  const keys = keysOf(state);
  const most = canvas.width >= WIDE ? 1 : 2;
  const drawn = () =>
    drawKeys(
      [...choiceKeys(state), ...keys.map(({ key, label }) => ({ key: shownName(key), label }))],
      canvas,
    );
  const lessLikely = () => keys.findLastIndex(({ command }) => command !== "keys" && command !== "quit");
  while (drawn().length > most && keys.some(({ command }) => command === "keys") && lessLikely() > 0)
    keys.splice(lessLikely(), 1);
  return drawn();
}
