/** Each program under programs/: whatever it does, a check ends with one verdict and leaves nothing behind. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { sample } from "../sample.ts";
import { filesBelow, MOST_PRINTED, OBEYED, place, programs, run } from "./run.ts";

interface Hostile {
  group: string;
  /** The file's or folder's name; it starts with the step. */
  name: string;
  /**
   * What its first line says: "passed" or the id of the first diagnosis, any of several; "not passed"; "anything" where
   * the program breaks Express or Node itself, and only that there is a verdict matters.
   */
  expected: string[];
}

function entryOf(group: string, name: string): string {
  return statSync(join(programs, group, name)).isDirectory()
    ? join(group, name, "app.js")
    : join(group, name);
}

function hostilePrograms(): Hostile[] {
  const groups = readdirSync(programs).filter((name) => statSync(join(programs, name)).isDirectory());
  return groups.flatMap((group) =>
    readdirSync(join(programs, group)).map((name) => {
      const [first = ""] = readFileSync(join(programs, entryOf(group, name)), "utf8").split("\n");
      const expected = first.replace(/^\/\/ check: /, "").split("|");
      return { group, name, expected: expected.map((id) => id.trim()) };
    }),
  );
}

function isExpected(came: string, expected: readonly string[]): boolean {
  if (expected.includes("anything")) return true;
  if (expected.includes("not passed")) return came !== "passed";
  return expected.includes(came);
}

/** Only what the program prints and answers is drawn: for these the screen is looked at, too. */
const drawn = ["output", "http", "thrown"];

describe.concurrent("a program that does harm", () => {
  for (const { group, name, expected } of sample(
    hostilePrograms(),
    8,
    ({ group, name }) => `${group}/${name}`,
  )) {
    const title = `${group}/${name}`;
    test(`${title}: ${expected.join(" or ")}`, async ({ expect, onTestFinished }) => {
      const where = place({ onTestFinished }, join(group, name));
      const before = filesBelow(where.folder);
      const words = ["check", String(Number.parseInt(name, 10)), "--file", entryOf(group, name)];
      const json = await run([...words, "--timeout", "1000", "--json"], where);
      const verdict = JSON.parse(json.stdout);
      const came = verdict.passed ? "passed" : String(verdict.diagnosis[0]?.id);
      expect({ came, code: json.code, stderr: json.stderr, left: json.left }).toEqual({
        came: expect.toSatisfy((id) => isExpected(id, expected)),
        code: verdict.passed ? 0 : 1,
        stderr: "",
        left: [],
      });
      expect(json.stdout.length).toBeLessThan(MOST_PRINTED);
      expect(json.stdout).not.toMatch(OBEYED);

      if (drawn.includes(group)) {
        const screen = await run([...words, "--timeout", "1000", "--diagram"], where);
        expect({
          code: screen.code,
          signal: screen.signal,
          stderr: screen.stderr,
          left: screen.left,
        }).toEqual({
          code: expect.toSatisfy((code) => code === 0 || code === 1),
          signal: null,
          stderr: "",
          left: [],
        });
        expect(screen.stdout.length).toBeLessThan(50_000);
        expect(screen.stdout).not.toMatch(OBEYED);
      }

      expect(filesBelow(where.folder)).toEqual(before);
      expect([...filesBelow(where.home), ...filesBelow(where.temporary)]).toEqual([]);
    });
  }
});
