/** Judges and diagnoses what was recorded: nothing is booted. */

import { adviseOn } from "../../src/check/diagnosis/advise.ts";
import { diagnose } from "../../src/check/diagnosis/diagnose.ts";
import { allHold, firstFailure, judge } from "../../src/check/judge/judge.ts";
import { readSource } from "../../src/check/source/source.ts";
import type { Verdict } from "../../src/check/verdict/verdict.ts";
import type { Course } from "../../src/course/course.ts";
import { stepOf } from "../checked.ts";
import type { Program } from "../programs.ts";
import type { Recording } from "./recording.ts";

/** The verdict on a program, from what was recorded of it and from its source as it is now. */
export async function replay(course: Course, program: Program, recording: Recording): Promise<Verdict> {
  const step = stepOf(course, program);
  const { transcript, experiment } = recording;
  const results = judge(step.checks, transcript);
  const passed = allHold(results);
  const source = passed ? { files: [] } : readSource(program.entry);
  return {
    step,
    file: program.entry,
    passed,
    ms: 0,
    results,
    failure: firstFailure(results),
    transcript,
    experiment,
    diagnoses: passed ? [] : diagnose(step.mistakes, transcript, results, experiment, source),
    advice: passed ? await adviseOn(step.advice, transcript, async () => readSource(program.entry)) : [],
  };
}
