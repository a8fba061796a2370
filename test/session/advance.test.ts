import { beforeAll, describe, expect, test } from "vitest";
import { loadCourse, stepsOf } from "../../src/course/course.ts";
import type { Course } from "../../src/course/course.ts";
import { draw } from "../../src/quiz/choose-questions.ts";
import { shownOptions } from "../../src/quiz/lay-out-options.ts";
import { advance as advanceQuiz, begin } from "../../src/quiz/quiz-session.ts";
import { advance } from "../../src/session/advance.ts";
import { keysOf } from "../../src/session/keys.ts";
import { firstState } from "../../src/session/state.ts";
import type { Effect, Event, Whereabouts, Setting, State } from "../../src/session/state.ts";
import type { Seen } from "../../src/watching/live-check.ts";
import { afterFailure, afterPass, newProgress, progressOf } from "../../src/workspace/progress.ts";

let course: Course;
beforeAll(async () => {
  course = loadCourse();
});

function setting(changes: Partial<Setting> = {}): Setting {
  const texts = stepsOf(course, "all").map(({ name }) => [
    name,
    { lesson: `Lesson ${name}`, hints: ["one", "two", "three"] },
  ]);
  return {
    course,
    texts: Object.fromEntries(texts),
    about: "About",
    concepts: "Concepts",
    production: "Production",
    nameFile: (file) => file,
    folder: "refresh-tutor",
    installLine: null,
    watches: true,
    language: null,
    ...changes,
  };
}

function stepOf(number: number) {
  const step = stepsOf(course, "all").find((one) => one.number === number);
  if (!step) throw new Error(`no step ${number}`);
  return step;
}

function placeAt(number: number, progress = newProgress("js", stepOf(number))): Whereabouts {
  return { step: stepOf(number), file: `/w/steps/${number}.js`, progress };
}

function seenAt(number: number, passed: boolean): Seen {
  const transcript = {
    file: "",
    boot: { outcome: "up", how: "listened" },
    storeAtStart: { kind: "absent" },
    exchanges: [],
    afterthoughts: [],
    moves: [],
    notCopied: null,
    discoveries: [],
    layers: [],
    output: [],
    ending: null,
    tooSlow: false,
    ms: 1,
  } as const;
  const mutable = {
    ...transcript,
    exchanges: [],
    afterthoughts: [],
    moves: [],
    notCopied: null,
    discoveries: [],
    layers: [],
    output: [],
  };
  const verdict = {
    step: stepOf(number),
    file: "",
    passed,
    ms: 12,
    results: [],
    failure: null,
    diagnoses: [],
    advice: [],
    transcript: mutable,
    experiment: null,
  };
  return { verdict, sources: new Map(), at: "14:03:12" };
}

/** Feeds events one by one; gives back the last state and the effects of the last event. */
function after(state: State, ...events: (Event | string)[]): { state: State; effects: readonly Effect[] } {
  let effects: readonly Effect[] = [];
  let now = state;
  for (const event of events) {
    const next = advance(now, typeof event === "string" ? { type: "key", key: event } : event);
    now = next.state;
    effects = next.effects;
  }
  return { state: now, effects };
}

const failing = (progress: Whereabouts["progress"], number: number): Event => ({
  type: "progress",
  progress: afterFailure(progress, stepOf(number), String(progressOf(progress, stepOf(number)).failures)),
});

/** A finished strength test of which the first questions were answered right, as a share of all of them. */
function finishedTest(share: number): Event {
  const questions = draw("test", 1);
  const begun = begin("test", 1, questions, "one");
  const session = questions.reduce((now, question, index) => {
    const right = index < share * questions.length;
    const option = shownOptions(question, 1).find((each) => each.right === right);
    const answered = advanceQuiz(now, { type: "answer", letter: option?.letter ?? "A" });
    return advanceQuiz(answered, { type: "next" });
  }, begun);
  const done = { partOne: false, partTwo: false, nextOfPartTwo: 5 };
  return {
    type: "quizzed",
    closing: { session, kept: true, trouble: null, best: null, done },
    progress: null,
  };
}

describe("the first run", () => {
  test("asks for a way, then for a language, then makes the workspace", () => {
    const welcome = firstState(setting(), null);
    expect(welcome.page.name).toBe("welcome");
    const language = after(welcome, "enter");
    expect(language.state.page).toEqual({ name: "language", chosen: 0, way: "build" });
    expect(after(language.state, "down", "enter").effects).toEqual([{ do: "make", language: "ts" }]);
  });

  test("does not ask for a language that was named", () => {
    expect(after(firstState(setting({ language: "ts" }), null), "1").effects).toEqual([
      { do: "make", language: "ts" },
    ]);
  });

  test("leads to the concepts and from there to the lesson", () => {
    const { state } = after(firstState(setting(), null), "2", "1", { type: "arrived", place: placeAt(1) });
    expect(state.page.name).toBe("concepts");
    expect(after(state, "enter").state.page.name).toBe("lesson");
  });

  test("leads to the strength test; whoever is strong may go to any step", () => {
    const arrived = after(firstState(setting(), null), "3", "1", { type: "arrived", place: placeAt(1) });
    expect(arrived.effects).toEqual([{ do: "quiz", kind: "test", part: "one" }]);
    const strong = after(arrived.state, finishedTest(1), "enter");
    expect(strong.state.page.name).toBe("steps");
    expect(after(strong.state, "3").effects).toEqual([{ do: "go", step: stepOf(3) }]);
    const weak = after(arrived.state, finishedTest(0), "enter");
    expect(weak.state.page.name).toBe("concepts");
    const growing = after(arrived.state, finishedTest(0.7), "enter");
    expect(growing.state.page.name).toBe("lesson");
    expect(after(arrived.state, finishedTest(0.7)).state.page.name).toBe("quiz-result");
  });

  test("moves the choice around the ends, and goes back from the second question to the first", () => {
    const welcome = firstState(setting(), null);
    expect(after(welcome, "up").state.page).toEqual({ name: "welcome", chosen: 2 });
    expect(after(welcome, "up", "down").state.page).toEqual({ name: "welcome", chosen: 0 });
    expect(after(welcome, "enter", "escape").state.page).toEqual({ name: "welcome", chosen: 0 });
  });
});

describe("a step", () => {
  test("is resumed at its lesson, without a question", () => {
    expect(firstState(setting(), placeAt(2)).page.name).toBe("lesson");
  });

  test("shows a verdict wherever the learner is, and keeps it", () => {
    const { state, effects } = after(firstState(setting(), placeAt(1)), "t", {
      type: "verdict",
      seen: seenAt(1, false),
    });
    expect(state.page.name).toBe("verdict");
    expect(effects).toEqual([{ do: "record", seen: seenAt(1, false) }]);
    expect(after(state, "l").state.page.name).toBe("lesson");
    expect(after(state, "l", "v").state.page.name).toBe("verdict");
    expect(after(state, "d", "escape").state.page.name).toBe("verdict");
  });

  test("takes advice that comes after the verdict, wherever the learner is by then", () => {
    const late = seenAt(1, true);
    const heard = after(firstState(setting(), placeAt(1)), { type: "verdict", seen: seenAt(1, true) }, "l");
    const { state, effects } = after(heard.state, { type: "advised", seen: late });
    expect({ page: state.page.name, effects }).toEqual({ page: "lesson", effects: [] });
    expect(state.seen[stepOf(1).name]).toBe(late);
  });

  test("never goes on by itself, and not before it is passed", () => {
    const begun = firstState(setting(), placeAt(1));
    expect(after(begun, { type: "verdict", seen: seenAt(1, false) }, "n").effects).toEqual([]);
    const passed = after(begun, { type: "verdict", seen: seenAt(1, true) });
    expect(passed.effects).toEqual([{ do: "record", seen: seenAt(1, true) }]);
    expect(passed.state.place?.step).toBe(stepOf(1));
    expect(after(passed.state, "n").effects).toEqual([{ do: "go", step: stepOf(2) }]);
    expect(after(passed.state, "enter").effects).toEqual([{ do: "go", step: stepOf(2) }]);
  });

  test("gives a hint one level further with each press, as far as there are any", () => {
    const first = after(firstState(setting(), placeAt(1)), "h");
    expect(first.effects).toEqual([{ do: "record-hint", step: stepOf(1), level: 1 }]);
    expect(first.state.page.name).toBe("hint");
    expect(after(first.state, "h").effects).toEqual([{ do: "record-hint", step: stepOf(1), level: 2 }]);
    expect(after(first.state, "h", "h", "h", "h").effects).toEqual([
      { do: "record-hint", step: stepOf(1), level: 3 },
    ]);
  });

  test("offers the hint at the third attempt that fails, and the next key takes the offer away", () => {
    const place = placeAt(1);
    let { state } = after(firstState(setting(), place), { type: "verdict", seen: seenAt(1, false) });
    const notices = [1, 2, 3].map(() => {
      state = after(state, failing(state.place?.progress ?? place.progress, 1)).state;
      return state.notice;
    });
    expect(notices).toEqual([null, null, expect.stringContaining("Press h for a hint")]);
    expect(after(state, "l").state.notice).toBeNull();
  });

  test("asks before it shows the solution of a step that is not passed", () => {
    const begun = firstState(setting(), placeAt(1));
    expect(after(begun, "s").effects).toEqual([]);
    expect(after(begun, "s").state.page.name).toBe("may-show-solution");
    expect(after(begun, "s", "n").state.page.name).toBe("lesson");
    expect(after(begun, "s", "y").effects).toEqual([{ do: "read-solution" }]);
    const passed = afterPass(placeAt(1).progress, course, stepOf(1), new Date(0));
    expect(after(firstState(setting(), placeAt(1, passed)), "s").effects).toEqual([{ do: "read-solution" }]);
  });

  test("can be jumped back to, and shows its last verdict again", () => {
    const { state } = after(
      firstState(setting(), placeAt(1)),
      { type: "verdict", seen: seenAt(1, true) },
      { type: "arrived", place: placeAt(2) },
    );
    expect(state.page.name).toBe("lesson");
    expect(after(state, "t", "1").effects).toEqual([{ do: "go", step: stepOf(1) }]);
    const back = after(state, { type: "arrived", place: placeAt(1) }, "v");
    expect(back.state.page.name).toBe("verdict");
  });

  test("ends in what comes next once the last one is passed", () => {
    const { state } = after(
      firstState(setting(), placeAt(4)),
      { type: "verdict", seen: seenAt(4, true) },
      "n",
    );
    expect(state.page.name).toBe("ending");
    expect(after(state, "z").effects).toEqual([{ do: "quiz", kind: "practice", part: "one" }]);
  });

  test("asks which part's quiz is meant once part two is open", () => {
    const passed = course.steps.reduce(
      (before, step) => afterPass(before, course, step, new Date(0)),
      newProgress("js", stepOf(1)),
    );
    for (const [number, chosen] of [
      [4, 0],
      [7, 1],
    ] as const) {
      const asked = after(firstState(setting(), placeAt(number, passed)), "z");
      expect(asked).toEqual({
        state: expect.objectContaining({ page: { name: "quiz-part", chosen } }),
        effects: [],
      });
      const quiz = (part: string) => [{ do: "quiz", kind: "practice", part }];
      expect(after(asked.state, "1").effects).toEqual(quiz("one"));
      expect(after(asked.state, "2").effects).toEqual(quiz("two"));
      expect(after(asked.state, "enter").effects).toEqual(quiz(chosen === 0 ? "one" : "two"));
      expect(after(asked.state, "enter").state.page.name).toBe("lesson");
      expect(after(asked.state, "escape")).toMatchObject({
        state: { page: { name: "lesson" } },
        effects: [],
      });
    }
  });

  test("ticks only while a check is running", () => {
    const begun = firstState(setting(), placeAt(1));
    expect(after(begun, { type: "tick" }).state.checking).toBeNull();
    const running = after(begun, { type: "check-began" }, { type: "tick" });
    expect(running.state.checking).toBe(1);
    const failing = after(running.state, { type: "failing", title: "It ends" }).state;
    expect(failing.failing).toBe("It ends");
    expect(after(failing, { type: "check-began" }).state.failing).toBeNull();
    expect(after(running.state, { type: "check-dropped", why: "It is gone." }).state).toMatchObject({
      checking: null,
      notice: "It is gone.",
    });
  });
});

describe("every page", () => {
  const pages = ["", "l", "d", "h", "s", "t", "sy"];

  test("can be left by q, Ctrl-C, Ctrl-D and put aside by Ctrl-Z", () => {
    for (const keys of pages) {
      const { state } = after(firstState(setting(), placeAt(1)), ...keys);
      expect(after(state, "q").effects).toEqual([{ do: "leave", interrupted: false }]);
      expect(after(state, "ctrl-c").effects).toEqual([{ do: "leave", interrupted: true }]);
      expect(after(state, "ctrl-d").effects).toEqual([{ do: "leave", interrupted: true }]);
      expect(after(state, "ctrl-z").effects).toEqual([{ do: "suspend" }]);
    }
  });

  test("shows no key that does nothing", () => {
    const starts = [
      firstState(setting(), null),
      ...pages.map((keys) => after(firstState(setting(), placeAt(1)), ...keys).state),
    ];
    for (const state of starts) {
      for (const { key } of keysOf(state)) {
        const { state: next, effects } = after(state, key);
        expect(effects.length > 0 || next !== state, `${state.page.name}: ${key}`).toBe(true);
      }
    }
  });

  test("ignores keys that it does not show", () => {
    const state = firstState(setting(), placeAt(1));
    expect(after(state, "x")).toEqual({ state, effects: [] });
  });
});

describe("part two", () => {
  const arrived = () => advance(firstState(setting(), placeAt(4)), { type: "arrived", place: placeAt(5) });
  const began: Event = { type: "check-began" };

  test("is offered by a key once part one is passed, and not before", () => {
    const none = firstState(setting(), placeAt(4));
    expect(keysOf(none).map(({ command }) => command)).not.toContain("part-two");
    const progress = course.steps.reduce(
      (before, step) => afterPass(before, course, step, new Date(0)),
      newProgress("js", stepOf(1)),
    );
    const done = firstState(setting(), placeAt(4, progress));
    expect(keysOf(done).map(({ command }) => command)).toContain("part-two");
    expect(advance(done, { type: "key", key: "p" }).effects).toEqual([{ do: "go", step: stepOf(5) }]);
  });

  test("on arriving, the code is attacked; how it fell is told beside the lesson and does not count", () => {
    const { state, effects } = arrived();
    expect(effects).toEqual([{ do: "check" }]);
    const fallen = advance(advance(state, began).state, { type: "verdict", seen: seenAt(5, false) });
    expect(fallen.effects).toEqual([]);
    expect(fallen.state.page.name).toBe("lesson");
    expect(fallen.state.attacked).toHaveProperty("random");
  });

  test("a save during that attack is answered as any other", () => {
    const running = advance(arrived().state, began).state;
    const saved = advance(running, began).state;
    const { state, effects } = advance(saved, { type: "verdict", seen: seenAt(5, false) });
    expect(state.page.name).toBe("verdict");
    expect(effects).toMatchObject([{ do: "record" }]);
  });

  test("code that holds already has passed", () => {
    const running = advance(arrived().state, began).state;
    const { state, effects } = advance(running, { type: "verdict", seen: seenAt(5, true) });
    expect(state.page.name).toBe("verdict");
    expect(effects).toMatchObject([{ do: "record" }]);
  });

  test("who has checked the step before is not attacked on coming back", () => {
    const checked = placeAt(5, afterFailure(newProgress("js", stepOf(5)), stepOf(5), "a"));
    const { effects } = advance(firstState(setting(), placeAt(4)), { type: "arrived", place: checked });
    expect(effects).toEqual([]);
  });
});
