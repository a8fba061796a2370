/**
 * The throwaway course: each of its programs gets the verdict and the cause that its name says, "right-…" or the mistake's
 * id, and what lies beside a program is as it was.
 */

import { cpSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFile } from "../../src/check/check-file.ts";
import { exchangeLabel } from "../../src/check/judge/check.ts";
import { judge } from "../../src/check/judge/judge.ts";
import { shipped } from "../../src/base/package.ts";
import { PATIENT } from "../checked.ts";
import { sendingsOf } from "../dry-run.ts";
import { sample } from "../sample.ts";
import { place } from "../hostile/run.ts";
import { transcript } from "../transcripts.ts";
import { steps } from "./steps.ts";

const programs = shipped("test", "throwaway", "programs");

/** What files below a folder hold, by their names. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

/** How many programs of a step a normal run checks. */
const PLAYED = 2;

/** "right-…" or the id of the mistake that a program makes, from its name. */
function meantBy(name: string): string {
  return name.slice(0, name.length - extname(name).length).split("--", 1)[0] ?? "";
}

describe.each(steps.map((step) => ({ step, folder: `${step.number}-${step.name}` })))(
  "$folder",
  ({ step, folder }) => {
    const names = readdirSync(join(programs, folder));
    const meant = names.map(meantBy);

    describe.concurrent("a program", () => {
      for (const name of sample(names, PLAYED, (name) => name)) {
        const cause = meantBy(name);
        const right = cause.startsWith("right-");
        test(name, async ({ expect, onTestFinished }) => {
          const where = place({ onTestFinished });
          cpSync(join(programs, folder, name), join(where.folder, name), { recursive: true });
          const before = contents(where.folder);
          const entry = extname(name) === "" ? join(name, "app.js") : name;
          const verdict = await checkFile(step, join(where.folder, entry), PATIENT);
          const failure = verdict.results.find(({ finding }) => finding.status !== "passed");
          expect({ cause: verdict.diagnoses[0]?.id ?? "none", failure }).toEqual({
            cause: right ? "none" : cause,
            failure: right ? undefined : expect.anything(),
          });
          expect(verdict.passed).toBe(right);
          const places = verdict.diagnoses.flatMap((one) => one.place?.file ?? []);
          expect(places.filter((file) => !file.startsWith(where.folder))).toEqual([]);
          expect(contents(where.folder)).toEqual(before);
        });
      }
    });

    test("each mistake is made by a program, and there is a right one", () => {
      const ids = step.mistakes.map(({ id }) => id);
      const wrong = meant.filter((id) => !id.startsWith("right-"));
      expect(wrong).toEqual(expect.arrayContaining(ids));
      expect(meant.length).toBeGreaterThan(wrong.length);
    });

    test("no check looks at what is not sent", async () => {
      const sent = (await sendingsOf(step.scenarios)).map(({ label }) => label);
      const labels = judge(step.checks, transcript([])).flatMap((result) => exchangeLabel(result) ?? []);
      expect(labels.filter((label) => !sent.includes(label))).toEqual([]);
    });
  },
);

test("places are told in the learner's own files", async ({ onTestFinished }) => {
  const step = steps.find(({ number }) => number === 7);
  if (!step) throw new Error("no step 7");
  const told = async (name: string) => {
    const where = place({ onTestFinished });
    cpSync(join(programs, "7-files", name), where.folder, { recursive: true });
    const { diagnoses } = await checkFile(step, join(where.folder, "app.js"), PATIENT);
    return JSON.parse(JSON.stringify(diagnoses).replaceAll(where.folder, ""));
  };
  expect(await told("ticket-in-file--below-older-lines")).toMatchObject([
    { place: { file: "/books.txt", line: 3, column: 1 } },
  ]);
  expect(JSON.stringify(await told("crash-on-start--by-an-older-file"))).toContain("guests.json");
});

test("cuts, boots and moves of the clock stand in the transcript, in order", async ({ onTestFinished }) => {
  const told = async (number: number, path: string) => {
    const where = place({ onTestFinished });
    const step = steps[number - 1];
    if (!step) throw new Error(`no step ${number}`);
    cpSync(join(programs, path), join(where.folder, "app.js"));
    const { transcript: said } = await checkFile(step, join(where.folder, "app.js"), PATIENT);
    return said.moves.map((move) => [move.kind, said.exchanges[move.before - 1]?.label]);
  };
  expect(await told(6, "6-power/right-waits.js")).toEqual([
    ["cut", "ada-comes"],
    ["boot", "ada-comes"],
    ["cut", "ada-cut-again"],
    ["boot", "ada-cut-again"],
  ]);
  expect(await told(4, "4-sale/right-date.js")).toEqual([
    ["clock", "grace-hands-in"],
    ["clock", "after-29-days"],
  ]);
});
