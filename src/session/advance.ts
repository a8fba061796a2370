/** What comes of an event: the next state and what has to be done. Pure. */

import type { Seen } from "../watching/live-check.ts";
import { stepsOf } from "../course/course.ts";
import type { Closing } from "../quiz/draw-closing.ts";
import { answersOf } from "../quiz/mark-answers.ts";
import { scoreOf } from "../quiz/score.ts";
import { afterHint, currentStepOf, progressOf } from "../workspace/progress.ts";
import { choicesOf, commandOf, holdsNow, isPartTwoOpen, isPassed, nextPlace, partIsDone } from "./keys.ts";
import type { Command } from "./keys.ts";
import { LANGUAGES, PARTS, seenHere, WAYS } from "./state.ts";
import type { Effect, Event, Page, Whereabouts, State } from "./state.ts";

/** How many attempts have to fail for the hint to be offered. */
const PATIENCE = 3;

export interface Advance {
  state: State;
  effects: readonly Effect[];
}

/** The next state, and nothing to be done. */
const withoutEffects = (state: State): Advance => ({ state, effects: [] });
/** The next state, and what has to be done, in order. */
const withEffects = (state: State, ...effects: Effect[]): Advance => ({ state, effects });

/** The state with another page, seen from its beginning. */
function turnTo(state: State, page: Page): State {
  return { ...state, page, scroll: null };
}

/** Where "back" leads: the last verdict, else the lesson; before there is a workspace, the beginning. */
function home(state: State): Page {
  if (!state.place) return { name: "welcome", chosen: 0 };
  return { name: state.seen[state.place.step.name] ? "verdict" : "lesson" };
}

/** The state after an event, and the effects to be carried out in order. An event that makes no sense changes nothing. */
export function advance(state: State, event: Event): Advance {
  switch (event.type) {
    case "key":
      return pressKey(state.notice === null ? state : { ...state, notice: null }, event.key);
    case "scrolled":
      return withoutEffects({ ...state, scroll: event.to });
    case "arrived":
      return arrive(state, event.place);
    case "ahead":
      return withoutEffects(turnTo(state, { name: "may-go-ahead", step: event.step }));
    case "check-began":
      // The check after it is one that the learner asked for.
      return withoutEffects({
        ...state,
        checking: 0,
        failing: null,
        attack: state.attack === "asked" ? "running" : null,
      });
    case "tick":
      return withoutEffects(state.checking === null ? state : { ...state, checking: state.checking + 1 });
    case "failing":
      return withoutEffects({ ...state, failing: event.title });
    case "verdict":
      return showVerdict(state, event.seen);
    case "advised":
      return withoutEffects(keepVerdict(state, event.seen));
    case "check-dropped":
      return withoutEffects({ ...state, checking: null, notice: event.why ?? state.notice });
    case "progress":
      return changeProgress(state, event.progress);
    case "solution": {
      const { own, reference, language } = event;
      return withoutEffects(turnTo(state, { name: "solution", own, reference, language }));
    }
    case "ended":
      return withoutEffects(turnTo(state, { name: "ending", own: event.own }));
    case "quizzed":
      return comeBackFromQuiz(state, event);
    case "notice":
      return withoutEffects({ ...state, notice: event.text });
  }
}

function pressKey(state: State, key: string): Advance {
  if (key === "ctrl-c" || key === "ctrl-d") return withEffects(state, { do: "leave", interrupted: true });
  if (key === "ctrl-z") return withEffects(state, { do: "suspend" });
  const moved = choose(state, key);
  if (moved) return moved;
  const command = commandOf(state, key);
  return command ? obeyCommand(state, command) : withoutEffects(state);
}

/** Arrow keys move the choice, a digit takes it; null where the page has none or the key is another. */
function choose(state: State, key: string): Advance | null {
  const { page } = state;
  const count = choicesOf(state);
  if (count === 0 || !("chosen" in page)) return null;
  const step = key === "down" || key === "j" ? 1 : key === "up" || key === "k" ? count - 1 : 0;
  if (step > 0) return withoutEffects(turnTo(state, { ...page, chosen: (page.chosen + step) % count }));
  const digit = /^[1-9]\d?$/.test(key) ? Number(key) : 0;
  if (digit < 1 || digit > count) return null;
  return takeChoice({ ...state, page: { ...page, chosen: digit - 1 } });
}

/** Takes what is chosen. */
function takeChoice(state: State): Advance {
  const { page, setting } = state;
  if (page.name === "welcome") {
    const way = WAYS[page.chosen] ?? "build";
    if (setting.language) return withEffects({ ...state, way }, { do: "make", language: setting.language });
    return withoutEffects(turnTo(state, { name: "language", chosen: 0, way }));
  }
  if (page.name === "language") {
    const language = LANGUAGES[page.chosen] ?? "js";
    return withEffects({ ...state, way: page.way }, { do: "make", language });
  }
  if (page.name === "quiz-part") {
    const part = PARTS[page.chosen] ?? "one";
    return withEffects(turnTo(state, home(state)), { do: "quiz", kind: "practice", part });
  }
  const step = page.name === "steps" ? stepsOf(setting.course, "all")[page.chosen] : undefined;
  return step ? withEffects(state, { do: "go", step }) : withoutEffects(state);
}

function obeyCommand(state: State, command: Command): Advance {
  const { place, setting } = state;
  switch (command) {
    case "choose":
      return takeChoice(state);
    case "quit":
      return withEffects(state, { do: "leave", interrupted: false });
    case "back":
      return withoutEffects(state.page.name === "welcome" ? state : turnTo(state, home(state)));
    case "go-on":
      return state.page.name === "quiz-result"
        ? goOnFromQuiz(state, state.page.closing)
        : withoutEffects(state);
    case "no":
      return withoutEffects(turnTo(state, home(state)));
    case "yes":
      if (state.page.name === "may-go-ahead")
        return withEffects(state, { do: "go-ahead", step: state.page.step });
      return withEffects(state, { do: "read-solution" });
    case "next": {
      const number = (place?.step.number ?? 0) + 1;
      const next = stepsOf(setting.course, "all").find((step) => step.number === number);
      if (nextPlace(state) === "ending" || !next) {
        if (place?.step.part === "two") return withEffects(state, { do: "read-own" });
        return withoutEffects(turnTo(state, { name: "ending", own: null }));
      }
      return withEffects(state, { do: "go", step: next });
    }
    case "part-two": {
      const step = place && currentStepOf(place.progress, setting.course, "two");
      return step ? withEffects(state, { do: "go", step }) : withoutEffects(state);
    }
    case "check":
      return withEffects(state, { do: "check" });
    case "hint":
      return place ? showHint(state, place) : withoutEffects(state);
    case "lesson":
    case "verdict":
    case "diagram":
    case "concepts":
    case "production":
    case "keys":
      return withoutEffects(turnTo(state, { name: command }));
    case "solution":
      if (isPassed(state) || holdsNow(state)) return withEffects(state, { do: "read-solution" });
      return withoutEffects(turnTo(state, { name: "may-show-solution" }));
    case "edit":
      return withEffects(state, { do: "edit" });
    case "steps":
      return withoutEffects(turnTo(state, { name: "steps", chosen: indexOf(state, place) }));
    case "quiz":
      if (!isPartTwoOpen(state)) return withEffects(state, { do: "quiz", kind: "practice", part: "one" });
      return withoutEffects(
        turnTo(state, { name: "quiz-part", chosen: PARTS.indexOf(place?.step.part ?? "one") }),
      );
  }
}

/** The position of a step in the list of steps, from 0. */
function indexOf({ setting }: State, place: Whereabouts | null): number {
  const steps = stepsOf(setting.course, "all");
  return Math.max(0, place === null ? 0 : steps.indexOf(place.step));
}

/** Each press shows one more level, as long as there are levels. */
function showHint(state: State, place: Whereabouts): Advance {
  const { step, progress } = place;
  const levels = state.setting.texts[step.name]?.hints.length ?? 0;
  const level = Math.min(progressOf(progress, step).hints + 1, levels);
  const known: State = { ...state, place: { ...place, progress: afterHint(progress, step, level) } };
  return withEffects(turnTo(known, { name: "hint" }), { do: "record-hint", step, level });
}

function arrive(state: State, place: Whereabouts): Advance {
  const { way } = state;
  const there: State = { ...state, place, way: null, attack: null, checking: null };
  if (way === "concepts") return withoutEffects(turnTo(there, { name: "concepts" }));
  const page = turnTo(there, { name: "lesson" });
  if (way === "test") return withEffects(page, { do: "quiz", kind: "test", part: "one" });
  const isNew = place.step.part === "two" && progressOf(place.progress, place.step).checks === 0;
  return isNew ? withEffects({ ...page, attack: "asked" }, { do: "check" }) : withoutEffects(page);
}

function keepVerdict(state: State, seen: Seen): State {
  return { ...state, seen: { ...state.seen, [seen.verdict.step.name]: seen } };
}

function showVerdict(state: State, seen: Seen): Advance {
  const { verdict } = seen;
  if (state.attack === "running" && !verdict.passed && verdict.step === state.place?.step) {
    // The learner has not tried this step yet, so the result of the attack is shown but does not count.
    const attacked = { ...state.attacked, [verdict.step.name]: seen };
    return withoutEffects({ ...keepVerdict(state, seen), attacked, attack: null, checking: null });
  }
  const withVerdict = { ...keepVerdict(state, seen), checking: null };
  const record: Effect = { do: "record", seen };
  if (verdict.step !== state.place?.step) return withEffects(withVerdict, record);
  return withEffects({ ...turnTo(withVerdict, { name: "verdict" }), notice: null }, record);
}

/** The progress has changed; the third attempt that fails brings the offer of a hint. */
function changeProgress(state: State, progress: Whereabouts["progress"]): Advance {
  const { place, setting, page } = state;
  if (!place) return withoutEffects(state);
  const { failures, hints } = progressOf(progress, place.step);
  const after: State = { ...state, place: { ...place, progress } };
  if (
    page.name !== "verdict" ||
    failures < PATIENCE ||
    failures === progressOf(place.progress, place.step).failures
  ) {
    return withoutEffects(after);
  }
  const levels = setting.texts[place.step.name]?.hints.length ?? 0;
  const seen = seenHere(state);
  const tried = `Not yet after ${failures} tries${seen ? `, checked at ${seen.at}` : ""}.`;
  const helpOffered =
    hints < levels
      ? `${tried} Press h for a hint.`
      : `${tried} You know all the hints: s shows the solution.`;
  return withoutEffects({ ...after, notice: helpOffered });
}

function comeBackFromQuiz(state: State, { closing, progress }: Extract<Event, { type: "quizzed" }>): Advance {
  const { place } = state;
  if (!place) return withoutEffects(state);
  const back: State = { ...state, place: { ...place, progress: progress ?? place.progress } };
  if (closing.session.waiting.length === 0)
    return withoutEffects(turnTo(back, { name: "quiz-result", closing }));
  const left = closing.kept ? "The quiz is kept: z goes on with it." : null;
  return withoutEffects({ ...back, notice: closing.trouble?.message ?? left });
}

/** Where the result of a quiz leads. */
function goOnFromQuiz(state: State, { session }: Closing): Advance {
  const { place } = state;
  if (!place) return withoutEffects(state);
  if (session.kind !== "test" || partIsDone(state)) return withoutEffects(turnTo(state, home(state)));
  const { strength } = scoreOf(answersOf(session));
  if (strength === "strong") {
    // The steps before the third are the ones that such a learner knows.
    const chosen = place.step.part === "one" && !isPassed(state) ? 2 : indexOf(state, place);
    const notice = "You know the pattern: go straight to any step.";
    return withoutEffects({ ...turnTo(state, { name: "steps", chosen }), notice });
  }
  if (strength === "growing" || place.step.part === "two") {
    const notice = "A part of it you know; the steps show you the rest.";
    return withoutEffects({ ...turnTo(state, { name: "lesson" }), notice });
  }
  const notice = "Begin with the concepts; Enter goes on to the step.";
  return withoutEffects({ ...turnTo(state, { name: "concepts" }), notice });
}
