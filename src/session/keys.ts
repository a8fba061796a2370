/**
 * Which keys do something now. The screen shows exactly these: no key is hidden, and each key that is shown does
 * something.
 */

import { stepsOf } from "../course/course.ts";
import { isPartPassed, progressOf } from "../workspace/progress.ts";
import { LANGUAGES, PARTS, seenHere, WAYS } from "./state.ts";
import type { State } from "./state.ts";

export type Command =
  | "choose"
  | "next"
  | "part-two"
  | "check"
  | "hint"
  | "lesson"
  | "verdict"
  | "solution"
  | "diagram"
  | "edit"
  | "steps"
  | "quiz"
  | "concepts"
  | "production"
  | "keys"
  | "back"
  | "go-on"
  | "yes"
  | "no"
  | "quit";

export interface Key {
  /** What the learner types, and how it is shown. */
  key: string;
  label: string;
  command: Command;
}

const quit: Key = { key: "q", label: "quit", command: "quit" };
const help: Key = { key: "?", label: "keys", command: "keys" };
const quiz: Key = { key: "z", label: "quiz", command: "quiz" };
const production: Key = { key: "o", label: "production", command: "production" };
const back: Key = { key: "escape", label: "back", command: "back" };
const enter = (label: string): Key => ({ key: "enter", label, command: "choose" });

/** Whether the step on the screen is passed by what the file held last. */
export function holdsNow(state: State): boolean {
  return seenHere(state)?.verdict.passed ?? false;
}

/** Whether the step that the learner is at has ever been passed. */
export function isPassed({ place }: State): boolean {
  return place !== null && progressOf(place.progress, place.step).passedAt !== null;
}

/** Whether every step of the part that the learner is in is passed. */
export function partIsDone({ place, setting }: State): boolean {
  return place !== null && isPartPassed(place.progress, setting.course, place.step.part);
}

/** Whether part two is offered: part one is done, and the learner is still in it. */
function isOffered(state: State): boolean {
  return state.place?.step.part === "one" && partIsDone(state) && state.setting.course.partTwo.length > 0;
}

/** Whether part two is open to the learner: part one is done, or they are in part two already. */
export function isPartTwoOpen({ place, setting: { course } }: State): boolean {
  if (place === null || course.partTwo.length === 0) return false;
  return place.step.part === "two" || isPartPassed(place.progress, course, "one");
}

/** Where `next` leads: to the step after this one, to the part's end, or nowhere while this step is not passed. */
export function nextPlace(state: State): "step" | "ending" | null {
  const { place, setting } = state;
  if (!place || !(holdsNow(state) || isPassed(state))) return null;
  if (place.step !== stepsOf(setting.course, place.step.part).at(-1)) return "step";
  return partIsDone(state) || holdsNow(state) ? "ending" : null;
}

/** How many there are to choose from on this page; 0: it is only read. */
export function choicesOf({ page, setting }: State): number {
  if (page.name === "welcome") return WAYS.length;
  if (page.name === "language") return LANGUAGES.length;
  if (page.name === "quiz-part") return PARTS.length;
  return page.name === "steps" ? stepsOf(setting.course, "all").length : 0;
}

/** The keys of the course itself, the most likely first, with those left out that would change nothing. */
export function courseKeys(state: State): Key[] {
  const { page } = state;
  const next = nextPlace(state);
  const keys: Key[] = [];
  if (next === "step") keys.push({ key: "n", label: "next step", command: "next" });
  if (next === "ending" && page.name !== "ending")
    keys.push({ key: "n", label: "what comes next", command: "next" });
  if (isOffered(state)) keys.push({ key: "p", label: "part two", command: "part-two" });
  if (page.name === "ending") keys.push(quiz, production);
  keys.push({ key: "c", label: "check", command: "check" });
  keys.push({ key: "h", label: "hint", command: "hint" });
  if (page.name !== "verdict" && seenHere(state))
    keys.push({ key: "v", label: "verdict", command: "verdict" });
  if (page.name !== "lesson") keys.push({ key: "l", label: "lesson", command: "lesson" });
  keys.push(
    { key: "s", label: "solution", command: "solution" },
    { key: "e", label: "edit", command: "edit" },
    { key: "t", label: "steps", command: "steps" },
    { key: "d", label: "diagram", command: "diagram" },
    ...(page.name === "ending" ? [] : [quiz, production]),
    { key: "k", label: "concepts", command: "concepts" },
    help,
    quit,
  );
  return keys;
}

/** The keys that do something in this state, the most likely first. */
export function keysOf(state: State): Key[] {
  switch (state.page.name) {
    case "welcome":
      return [enter("choose"), quit];
    case "language":
      return [enter("choose"), back, quit];
    case "steps":
      return [enter("go there"), back, help, quit];
    case "quiz-part":
      return [enter("ask me"), back, help, quit];
    case "may-show-solution":
      return [
        { key: "y", label: "show it", command: "yes" },
        { key: "n", label: "not yet", command: "no" },
        { key: "h", label: "hint", command: "hint" },
        back,
        help,
        quit,
      ];
    case "quiz-result":
      return [
        { ...enter("go on"), command: "go-on" },
        quiz,
        { key: "k", label: "concepts", command: "concepts" },
        { key: "t", label: "steps", command: "steps" },
        back,
        help,
        quit,
      ];
    case "may-go-ahead":
      return [
        { key: "y", label: "go there", command: "yes" },
        { key: "n", label: "not yet", command: "no" },
        back,
        help,
        quit,
      ];
    case "concepts":
    case "production":
    case "keys":
      return [
        { ...enter("go on"), command: "back" },
        back,
        { key: "t", label: "steps", command: "steps" },
        ...(state.page.name === "keys" ? [] : [help]),
        quit,
      ];
    default:
      return courseKeys(state);
  }
}

/** What moves the page or ends the session on every page, for the list of keys. */
export const ALWAYS: readonly Pick<Key, "key" | "label">[] = [
  { key: "space", label: "a page further; Up and Down move by a line, Home and End to an end" },
  { key: "escape", label: "back to the verdict or the lesson" },
  { key: "ctrl-c", label: "end at once; your progress is kept" },
  { key: "ctrl-z", label: "stop; fg in the shell goes on" },
];

/** The names of keys that are no characters, as they stand on keyboards. */
const NAMES: Readonly<Record<string, string>> = {
  enter: "Enter",
  escape: "Esc",
  space: "Space",
  "ctrl-c": "Ctrl-C",
  "ctrl-z": "Ctrl-Z",
};

/** A key as it is named to the learner. */
export function shownName(key: string): string {
  return NAMES[key] ?? key;
}

/** The command that a key means in this state; null: none. Enter goes on wherever `n` would. */
export function commandOf(state: State, key: string): Command | null {
  const keys = keysOf(state);
  const found = keys.find((each) => each.key === key.toLowerCase())?.command;
  if (found) return found;
  if (key === "enter") return keys.find(({ command }) => command === "next")?.command ?? null;
  return key === "escape" ? "back" : null;
}
