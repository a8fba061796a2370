/** The guided session at work: takes events one by one, shows each state, and does what has to be done. */

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { typed } from "../base/invocation.ts";
import { isProblem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { DEADLINES } from "../check/deadlines.ts";
import type { Part, Step } from "../check/step.ts";
import { solutionOf, stepsOf } from "../course/course.ts";
import type { LearnerConsole } from "../drawing/learner-console.ts";
import { LiveCheck } from "../watching/live-check.ts";
import { isUntouched } from "../workspace/carry-forward.ts";
import { arriveAt, beginsWithSolution } from "../workspace/go-to-step.ts";
import type { Arrival } from "../workspace/go-to-step.ts";
import { makeWorkspace } from "../workspace/make-workspace.ts";
import { afterHint, progressOf } from "../workspace/progress.ts";
import type { Progress } from "../workspace/progress.ts";
import type { QuizKind } from "../workspace/quiz-progress.ts";
import { recordVerdict } from "../workspace/record-verdict.ts";
import { languageOf, learnerFile } from "../workspace/step-files.ts";
import { changeProgress, openWorkspace, openWorkspaceFrom } from "../workspace/workspace.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { advance } from "./advance.ts";
import { LinesDisplay, ScreenDisplay } from "./display.ts";
import type { Display } from "./display.ts";
import { openEditor } from "./editor.ts";
import { firstState, seenHere } from "./state.ts";
import type { Effect, Event, Setting, State } from "./state.ts";

/** How a session ended: by the learner, by a signal or a terminal that was closed, or because it could not go on. */
export type Ending = "done" | "interrupted" | Problem;

export class Session {
  readonly #console: LearnerConsole;
  /** The workspace's folder, absolute; it may have to be made. */
  readonly #root: string;
  readonly #display: Display;
  readonly #live: LiveCheck;
  #workspace: Workspace | null;
  #state: State;
  /** The names of the steps whose files were saved while another step was open: they are checked on coming there. */
  readonly #savedMeanwhile = new Set<string>();
  #settle: (ending: Ending) => void = () => {};
  #fail: (error: unknown) => void = () => {};
  readonly #continued = () => {
    this.#display.takeTerminal();
    this.#display.show(this.#state);
  };

  /**
   * @param arrival where the learner is; null on the first run
   * @param ahead where the learner wants to go, if its file would begin with a solution: asked first; null: nowhere
   */
  constructor(
    console: LearnerConsole,
    setting: Setting,
    root: string,
    arrival: Arrival | null,
    ahead: Step | null,
  ) {
    this.#console = console;
    this.#root = root;
    this.#workspace = arrival?.workspace ?? null;
    const place = arrival && { step: arrival.step, file: arrival.file, progress: arrival.workspace.progress };
    this.#state = { ...firstState(setting, place), notice: arrival?.workspace.notice ?? null };
    if (ahead) this.#state = advance(this.#state, { type: "ahead", step: ahead }).state;
    const handle = (event: Event | "closed") =>
      event === "closed" ? this.#settle("interrupted") : this.#handle(event);
    const lines = console.plain || process.env["TERM"] === "dumb";
    this.#display = lines ? new LinesDisplay(console, handle) : new ScreenDisplay(console, handle);
    this.#live = new LiveCheck(DEADLINES, setting.watches, {
      began: () => this.#handle({ type: "check-began" }),
      tick: () => this.#handle({ type: "tick" }),
      failing: (title) => this.#handle({ type: "failing", title }),
      verdict: (seen) => this.#handle({ type: "verdict", seen }),
      // What was printed as lines cannot be changed any more.
      advised: lines ? null : (seen) => this.#handle({ type: "advised", seen }),
      other: (file) => this.#noticeOther(file),
      dropped: (why) => this.#handle({ type: "check-dropped", why }),
      broke: (error) => this.#fail(error),
    });
  }

  get state(): State {
    return this.#state;
  }

  /** Runs until the learner leaves. The terminal is as it was before, and nothing runs any more, when it returns. */
  async run(): Promise<Ending> {
    const ended = new Promise<Ending>((resolve, reject) => {
      this.#settle = resolve;
      this.#fail = reject;
    });
    try {
      process.on("SIGCONT", this.#continued);
      // Before the lesson is shown: the learner may save in the next moment.
      const { place } = this.#state;
      if (place) this.#live.follow(place.step, place.file);
      this.#display.takeTerminal();
      this.#display.show(this.#state);
      if (place?.step.part === "two") this.#handle({ type: "arrived", place });
      return await ended;
    } finally {
      process.off("SIGCONT", this.#continued);
      this.#display.giveTerminalBack();
      await this.#live.end();
    }
  }

  #handle(event: Event): void {
    const { state, effects } = advance(this.#state, event);
    this.#state = state;
    // Shown first: what has to be done can wait, the learner cannot.
    this.#display.show(state);
    for (const effect of effects) this.#perform(effect).catch(this.#fail);
  }

  async #perform(effect: Effect): Promise<void> {
    switch (effect.do) {
      case "make": {
        const { course } = this.#state.setting;
        const made = makeWorkspace(this.#root, course, effect.language);
        const [first] = course.steps;
        if (isProblem(made)) return this.#settle(made);
        return first && this.#goTo(made, first);
      }
      case "go": {
        const { course } = this.#state.setting;
        if (!this.#workspace) return;
        if (beginsWithSolution(this.#workspace, course, effect.step))
          return this.#handle({ type: "ahead", step: effect.step });
        return this.#goTo(this.#workspace, effect.step);
      }
      case "go-ahead":
        return this.#workspace ? this.#goTo(this.#workspace, effect.step) : undefined;
      case "check":
        return this.#live.now();
      case "record": {
        if (!this.#workspace) return;
        const { verdict, sources } = effect.seen;
        const { workspace, trouble } = recordVerdict(
          this.#workspace,
          this.#state.setting.course,
          verdict,
          (file) => sources.get(file) ?? null,
        );
        this.#useWorkspace(workspace);
        if (trouble) this.#showNotice(`${trouble.message} ${trouble.next}`);
        return;
      }
      case "record-hint":
        return this.#changeProgress((progress) => afterHint(progress, effect.step, effect.level));
      case "read-solution":
        return this.#readSolution();
      case "read-own": {
        const { place } = this.#state;
        return place ? this.#handle({ type: "ended", own: textOf(place.file) }) : undefined;
      }
      case "edit":
        return this.#openEditor();
      case "quiz":
        return this.#runQuiz(effect.kind, effect.part);
      case "suspend":
        return this.#suspend();
      case "leave":
        return this.#settle(effect.interrupted ? "interrupted" : "done");
    }
  }

  #showNotice(text: string): void {
    this.#handle({ type: "notice", text });
  }

  /** A save (absolute) in another step's file, or in another one of this step, is not checked: the learner is told. */
  #noticeOther(file: string): void {
    const { place, setting } = this.#state;
    const now = this.#workspace && openWorkspace(this.#workspace.root, setting.course);
    if (!place || now === null || isProblem(now)) return;
    const step = stepsOf(setting.course, "all").find((each) => learnerFile(now.root, each) === file);
    // Files that were carried forward just now are nobody's saves.
    if (!step || isUntouched(file, step, progressOf(now.progress, step).carried ?? null)) return;
    this.#savedMeanwhile.add(step.name);
    const here =
      step === place.step
        ? `what is checked is ${basename(place.file)}`
        : `this is step ${place.step.number}`;
    this.#showNotice(`You saved ${basename(file)}; ${here}. Press t to go to step ${step.number}.`);
  }

  #useWorkspace(workspace: Workspace): void {
    this.#workspace = workspace;
    this.#handle({ type: "progress", progress: workspace.progress });
  }

  #changeProgress(change: (progress: Progress) => Progress): void {
    if (!this.#workspace) return;
    const changed = changeProgress(this.#workspace, change);
    if (isProblem(changed)) this.#showNotice(`${changed.message} ${changed.next}`);
    else this.#useWorkspace(changed);
  }

  #goTo(from: Workspace, to: Step): void {
    const arrival = arriveAt(from, this.#state.setting.course, to);
    if (isProblem(arrival)) return this.#showNotice(`${arrival.message} ${arrival.next}`);
    const { workspace, step, file } = arrival;
    this.#workspace = workspace;
    this.#live.follow(step, file);
    this.#handle({ type: "arrived", place: { step, file, progress: workspace.progress } });
    if (this.#savedMeanwhile.delete(step.name)) this.#live.now();
  }

  #readSolution(): void {
    const { place } = this.#state;
    if (!place) return;
    const language = languageOf(place.file);
    const reference = solutionOf(place.step, language);
    this.#handle({ type: "solution", own: textOf(place.file), reference, language });
  }

  async #openEditor(): Promise<void> {
    const { place, setting } = this.#state;
    if (!place) return;
    const found = seenHere(this.#state)?.verdict.diagnoses[0]?.place ?? null;
    const at = found?.file === place.file ? found : null;
    const opened = await openEditor(place.file, at, (work) => this.#lendTerminal(work));
    if (!opened) this.#showNotice(noEditor(setting.nameFile(place.file)));
  }

  /** Gives the terminal away for as long as the work takes. */
  async #lendTerminal<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#display.giveTerminalBack();
    // The borrower handles a stop and the return from it.
    process.off("SIGCONT", this.#continued);
    try {
      return await work();
    } finally {
      process.on("SIGCONT", this.#continued);
      this.#display.takeTerminal();
      this.#display.show(this.#state);
    }
  }

  async #runQuiz(kind: QuizKind, part: Part): Promise<void> {
    const { runQuiz } = await import("../quiz/run-quiz.ts");
    const { course } = this.#state.setting;
    const held = this.#display.beginQuiz();
    // The quiz handles a stop and the return from it.
    process.off("SIGCONT", this.#continued);
    const place = openWorkspaceFrom(this.#root, course);
    const wish = { part, kind, seed: null, asDocument: false };
    const ended = await runQuiz(wish, place, course, this.#console, held);
    process.on("SIGCONT", this.#continued);
    if (ended.interrupted) return this.#settle("interrupted");
    if (ended.quit) return this.#settle("done");
    const now = openWorkspace(this.#root, course);
    if (!isProblem(now)) this.#workspace = now;
    this.#display.endQuiz();
    this.#handle({ type: "quizzed", closing: ended.closing, progress: isProblem(now) ? null : now.progress });
  }

  /** Stops, as every program does on Ctrl-Z: together with what was started with it, npx for one. */
  #suspend(): void {
    // Windows knows no such signal, and its consoles no stopped programs.
    if (process.platform === "win32") return;
    this.#display.giveTerminalBack();
    process.kill(0, "SIGTSTP");
    // Without job control the system does not stop the session: then it goes on at once.
    setTimeout(this.#continued, 100);
  }
}

/** @param name the learner's file as it is named */
function noEditor(name: string): string {
  const { VISUAL, EDITOR } = process.env;
  const chosen = VISUAL?.trim() || EDITOR?.trim();
  if (chosen) return `No editor opened, because "${chosen}" does not run. Open ${name} yourself.`;
  return `Open ${name} in your editor; or next time: EDITOR=nano ${typed("start")}`;
}

/** A learner's file (absolute) as text; "" where it cannot be read: then everything is different. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
