/**
 * The learner programs: the verdict, the first cause and its place, judged from what was recorded of every program
 * (test/recording/). A sample is booted anew, and what happens has to be what was recorded; `npm run test:all` boots all.
 * The programs under unseen/ stay unread while rules are written, so that they say how the rules do on code that nobody
 * here has seen.
 */

import { describe, expect, it } from "vitest";
import { loadCourse } from "../src/course/course.ts";
import { assess, bootProgram, inShort } from "./checked.ts";
import type { Checked, Said } from "./checked.ts";
import { nameOf, programsOf, SETS } from "./programs.ts";
import type { Program } from "./programs.ts";
import type { Verdict } from "../src/check/verdict/verdict.ts";
import { readAllRecords, recordedIds, thisNode, writeRecords } from "./recording/files.ts";
import { changesSince } from "./recording/recording.ts";
import { replay } from "./recording/replay.ts";
import { full, sample, seed } from "./sample.ts";

/** The smallest share of first causes that have to be right among the unseen programs. */
const CAUSES = 0.97;
/** How many programs are booted in a normal run, however many there are. */
const BOOTED = 7;
/** In ms, for all programs, judged one after the other on a machine that has other things to do. */
const LIMIT = 30 * 60_000;
/** How often one is, until what happens is what was recorded: on a busy machine an experiment may be given up too early. */
const BOOTS = 3;
/** A program that only takes too long may pass on a machine so busy that its deadlines grow: a normal run boots none. */
const DECIDED_BY_TIME = ["too-slow"];
/** Words for a program that was not recorded, or is recorded differently today. */
const ANEW = (name: string) => `npm run transcripts -- ${name}`;

const course = loadCourse();
const programs = SETS.flatMap(programsOf);
const records = readAllRecords();

const verdicts = new Map<string, Promise<Verdict>>();

/** What was recorded of a program, judged as the rules are today; once, however many tests ask. Null: nothing was. */
function verdictOn(program: Program): Promise<Verdict> | null {
  const name = nameOf(program);
  const record = records.get(name);
  if (!record) return null;
  const verdict = verdicts.get(name) ?? replay(course, program, record.recording);
  verdicts.set(name, verdict);
  return verdict;
}

describe("the recordings", () => {
  it("are there for every program, and for no other", () => {
    const names = programs.map(nameOf);
    expect(names.filter((name) => !records.has(name)).map(ANEW)).toEqual([]);
    expect([...records.keys()].filter((name) => !names.includes(name))).toEqual([]);
  });

  // With RECORD=1, what the rules say today is kept; the difference of the files shows what a change of the rules does.
  it("are judged as before", { timeout: LIMIT }, async () => {
    const [then, now]: { [name: string]: Said }[] = [{}, {}];
    for (const program of programs) {
      const name = nameOf(program);
      const record = records.get(name);
      if (!record || !then || !now) continue;
      then[name] = record.said;
      const verdict = await verdictOn(program);
      if (verdict) now[name] = inShort(verdict);
      if (process.env["RECORD"] && verdict) record.said = inShort(verdict);
    }
    if (process.env["RECORD"]) keepRecords();
    else expect(now).toEqual(then);
  });
});

function keepRecords(): void {
  for (const set of SETS) {
    for (const id of recordedIds(set)) {
      const own = [...records].filter(([name]) => name.startsWith(`${set}/${id}/`));
      const bySlug = own.map(([name, record]) => [name.slice(`${set}/${id}/`.length), record] as const);
      writeRecords(set, id, new Map(bySlug));
    }
  }
}

/** What was recorded of some programs, judged as the rules are today and held against what each was written for. */
function assessAll(some: readonly Program[]): Promise<Checked[]> {
  return Promise.all(
    some.map(async (program) => {
      const verdict = await verdictOn(program);
      return verdict ? [assess(program, verdict)] : [];
    }),
  ).then((all) => all.flat());
}

const learners = programsOf("learners");

describe.each([...new Set(learners.map(({ id }) => id))])("%s", (id) => {
  const all = learners.filter((program) => program.id === id);

  it("is shown by at least three programs", () => {
    expect(all.length).toBeGreaterThanOrEqual(3);
  });

  it("is told of each", async () => {
    const assessed = await assessAll(all);
    const wrong = assessed.filter(({ verdictRight, causeRight }) => !verdictRight || causeRight === false);
    expect(wrong).toEqual([]);
  });
});

it("every verdict on an unseen program is right, and nearly every first cause", async () => {
  const assessed = await assessAll(programsOf("unseen"));
  expect(assessed.filter(({ verdictRight }) => !verdictRight)).toEqual([]);
  const causes = assessed.filter(({ causeRight }) => causeRight !== null);
  const right = causes.filter(({ causeRight }) => causeRight);
  expect(right.length / causes.length).toBeGreaterThanOrEqual(CAUSES);
});

describe("a program that is booted", () => {
  const booted = programs.filter(({ id }) => full || !DECIDED_BY_TIME.includes(id));
  it.concurrent.for(sample(booted, BOOTED, nameOf).map((program) => [nameOf(program), program] as const))(
    `%s (SEED=${seed})`,
    async ([name, program]) => {
      const before = records.get(name);
      let [said, changes]: [Said | null, string[]] = [null, []];
      for (let boot = 1; boot <= BOOTS; boot++) {
        const { verdict, recording } = await bootProgram(course, program);
        said = inShort(verdict);
        // Another Node words its errors in another way.
        changes = before?.node === thisNode ? changesSince(before.recording, recording, program.step) : [];
        if (changes.length === 0) break;
      }
      expect(said, ANEW(name)).toEqual(before?.said);
      expect(changes, ANEW(name)).toEqual([]);
    },
  );
});
