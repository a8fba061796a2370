/**
 * Checks a submission for a step, and makes a row of the verdict. A fault of the grader is told as such, and never as a
 * score.
 */

import { basename } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { namesFrom } from "../base/file-names.ts";
import { checkFile } from "../check/check-file.ts";
import { DEADLINES } from "../check/deadlines.ts";
import { Guest } from "../check/runner/host.ts";
import type { Launch } from "../check/runner/launch.ts";
import type { Step } from "../check/step.ts";
import type { Output, Transcript } from "../check/transcript.ts";
import type { Verdict } from "../check/verdict/verdict.ts";
import type { BoxMaker } from "./box.ts";
import { detailOf } from "./detail.ts";
import { packageOf } from "./packages.ts";
import { emptyRow } from "./row.ts";
import type { Row } from "./row.ts";
import { stageSubmission } from "./stage.ts";
import type { HandedInFile, Submission } from "./submission.ts";

/** A submission that is to be run for a step. */
export interface Task {
  submission: Submission;
  step: Step;
  file: HandedInFile;
}

/** What came of running a task once. */
export interface Outcome {
  row: Row;
  /**
   * Whether the result may depend on time or on something outside. Then the task is run again, alone, before it counts.
   */
  doubtful: boolean;
}

/** A program that runs. */
export interface Running {
  /** For how long it has slept, as far as these calls have seen, in ms; 0 where nobody can tell, null where it is gone. */
  sleepsFor(): number | null;
}

/** A second run of a task. */
export interface Again {
  /**
   * The row of the first run. Where every check comes out as there, it is the row of this run, too, and the cause is not
   * looked for again.
   */
  before: Row;
  /** Called with each program that is started. */
  started(program: Running): void;
}

/** Runs a task; never rejects. */
export type CheckTask = (task: Task, again?: Again) => Promise<Outcome>;

const DEADLINE_CAUSES = ["handler-hangs", "too-slow", "start-timeout", "infinite-loop"];

/** The environment of a student's program. It holds nothing of the teacher's. */
function environmentIn(folder: string): NodeJS.ProcessEnv {
  const kept = ["PATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT", "WINDIR"];
  const values = kept.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(values), HOME: folder, TMPDIR: folder, TEMP: folder };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Where a file lies in what was named on the command line. */
export function nameInClass({ place, shape }: Submission, { path, name }: HandedInFile): string {
  // Where an upload's files lie side by side, the name of one begins with whose it is.
  const there = basename(path);
  return shape === "file" || there !== basename(name) ? there : `${place}/${name}`;
}

/** A row of a submission for a step, before anything is known of it. */
function rowFor({ submission, step, file }: Task): Row {
  const about = { step: step.number, stepName: step.name, file: nameInClass(submission, file) };
  return { ...emptyRow(submission, "graded", null), ...about };
}

/** A fault of the grader as a row. */
function graderError(task: Task, error: unknown): Row {
  return {
    ...rowFor(task),
    status: "grader-error",
    why: `The grader could not check it: ${messageOf(error)}`,
  };
}

/** How each check came out, by its id. */
function checksOf({ results }: Verdict): Row["checks"] {
  return Object.fromEntries(results.map(({ check, finding }) => [check.id, finding.status]));
}

/** Whether a verdict is that of a row, as far as its checks tell. */
function isAsBefore(verdict: Verdict, before: Row): boolean {
  return isDeepStrictEqual(checksOf(verdict), before.checks);
}

/** What the maker of a box says if it fails before the program starts; null: nothing. */
function boxErrorIn(output: readonly Output[]): string | null {
  return /^bwrap: .+/.exec(output.find(({ stream }) => stream === "stderr")?.text ?? "")?.[0] ?? null;
}

/**
 * Checks a task in a copy of the submission.
 *
 * @param modules see `stageSubmission`
 * @param boxes null: the program runs as the teacher does
 */
export function checkerWith(modules: string | null, boxes: BoxMaker | null): CheckTask {
  return async (task, again) => {
    const before = again?.before;
    const { submission, step, file } = task;
    const guests: Guest[] = [];
    try {
      const stage = await stageSubmission(submission, modules);
      try {
        const environment = environmentIn(stage.root);
        const box = boxes && boxes.boxFor(stage.room, modules);
        const place = { folder: stage.root, environment, box };
        const start = (launch: Launch) => {
          const guest = new Guest({ ...launch, place });
          guests.push(guest);
          again?.started(guest);
          return guest;
        };
        const asksWhy = (verdict: Verdict) => !before || !isAsBefore(verdict, before);
        const verdict = await checkFile(step, stage.fileOf(file.name), DEADLINES, start, { asksWhy });
        const failure = guests.find(({ startError }) => startError !== null)?.startError;
        if (failure) throw failure;
        const boxError = box && guests.map(({ output }) => boxErrorIn(output)).find((text) => text !== null);
        if (boxError) throw new Error(boxError);
        if (verdict.transcript.notCopied === "no-room") throw new Error("there is no room for a copy of it");
        if (before && !verdict.passed && isAsBefore(verdict, before)) return { row: before, doubtful: false };
        return outcomeOf(task, verdict, stage.root);
      } finally {
        await Promise.all(guests.map((guest) => guest.end()));
        await stage.remove();
      }
    } catch (error) {
      return { row: graderError(task, error), doubtful: false };
    }
  };
}

/**
 * The row of a verdict.
 *
 * @param root the folder in which the submission was checked, absolute
 */
export function outcomeOf(task: Task, verdict: Verdict, root: string): Outcome {
  const { submission } = task;
  const nameFile = namesFrom([root], null);
  const rename = (text: string) =>
    text.replaceAll(`file://${root}/`, "").replaceAll(`${root}/`, "").replaceAll(root, ".");
  const [cause] = verdict.diagnoses;
  const row: Row = {
    ...rowFor(task),
    checks: checksOf(verdict),
    seenInside: verdict.results.filter(({ check }) => check.seenInside).map(({ check }) => check.id),
    cause: cause?.id ?? null,
    advice: verdict.advice.map(({ id }) => id),
    ms: Math.round(verdict.ms),
    detail: detailOf(verdict, nameFile, rename),
  };
  const missing = missingPackage(verdict.transcript, submission);
  if (missing !== null) {
    const why = `It needs the package ${missing}: put it into a folder and name that with --modules.`;
    return { row: { ...row, status: "needs-package", why }, doubtful: false };
  }
  const held = verdict.results.filter(({ finding }) => finding.status === "passed").length;
  const score = Math.round((held / Math.max(1, verdict.results.length)) * 10_000) / 10_000;
  const { ending } = verdict.transcript;
  // The program may have killed itself, or been killed from outside; both look the same.
  const killed = ending?.cause === "signal" && ending.signal === "SIGKILL";
  const doubtful = killed || DEADLINE_CAUSES.includes(row.cause ?? "");
  return { row: { ...row, passed: verdict.passed, score }, doubtful };
}

/** The package that a program asks for but that is missing; null where one of its own files is missing. */
function missingPackage({ boot }: Transcript, submission: Submission): string | null {
  if (boot.outcome !== "crashed" || !boot.fault) return null;
  const { code, message } = boot.fault;
  if (code !== "MODULE_NOT_FOUND" && code !== "ERR_MODULE_NOT_FOUND") return null;
  const asked = /Cannot find (?:module|package) '([^']+)'/.exec(message)?.[1];
  return asked === undefined ? null : packageOf(asked, submission);
}
