/** Shards of a class: what they come to once they are merged, and every way in which that is refused. */

import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { isInShard, readShard } from "../../src/grading/shard.ts";
import { bin, emptyFolder, run } from "../commands/program.ts";
import { APP, fillFolder } from "./class-folder.ts";

const OF = 3;
const WRONG = APP.replace("status(204)", "status(200)");
const STUDENTS = ["ada", "bob", "cleo", "dora", "emil", "fay"];
const name = (index: number, of = OF) => `shard-${index}-of-${of}.ndjson`;

const grade = (cwd: string, ...words: string[]) =>
  run(["grade", ...words], { cwd, env: { GITHUB_STEP_SUMMARY: "" } });

/** A class that was graded as a whole and in shards, each in a folder of its own. */
let graded: string;

beforeAll(() => {
  const gradeNow = (...words: string[]) =>
    spawnSync(process.execPath, [bin, "grade", ...words], { cwd: graded });
  graded = realpathSync(mkdtempSync(join(tmpdir(), "refresh-tutor-test-")));
  fillFolder(graded, {
    ...Object.fromEntries(STUDENTS.map((id, at) => [`class/${id}.js`, at % 3 === 0 ? WRONG : APP])),
    "class/two/app.js": APP,
    "class/two/main.js": APP,
    "class.csv": "username,group\nnina,1\nada,2\nbob,1\n",
  });
  const words = ["class", "--step", "4", "--isolate", "none", "--roster", "class.csv"];
  gradeNow(...words, "--out", "whole");
  for (let index = 1; index <= OF; index += 1)
    gradeNow(...words, "--shard", `${index}/${OF}`, "--out", `part-${index}`);
});

afterAll(() => rmSync(graded, { recursive: true, force: true }));

/** A copy of the shards alone, to break something in. */
function shards(): string {
  const folder = emptyFolder();
  for (let index = 1; index <= OF; index += 1)
    cpSync(join(graded, `part-${index}`), join(folder, `part-${index}`), { recursive: true });
  return folder;
}

const PARTS = ["part-1", "part-2", "part-3"];

/** Rewrites a shard's lines. */
function rewrite(folder: string, index: number, change: (lines: string[]) => string[]): void {
  const file = join(folder, `part-${index}`, name(index));
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  writeFileSync(
    file,
    change(lines)
      .map((line) => `${line}\n`)
      .join(""),
  );
}

/** What is the same in each run of one class. */
function withoutTimes(text: string): string {
  return text
    .replaceAll(/"ms":\d+/g, '"ms":0')
    .replaceAll(/time="[\d.]+"/g, 'time="0"')
    .replaceAll(/\d+(?:\.\d)? ms/g, "0 ms");
}

describe("shards that are whole", () => {
  it("are put together to what one run comes to, byte for byte", async () => {
    const folder = shards();
    const { code, stderr } = await grade(folder, "merge", ...PARTS, "--out", "merged");
    // One submission is ambiguous: the same is said of the whole run.
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("1 ambiguous") });
    const names = readdirSync(join(graded, "whole")).toSorted();
    expect(readdirSync(join(folder, "merged")).toSorted()).toEqual(names);
    for (const each of names) {
      const [one, other] = [join(graded, "whole", each), join(folder, "merged", each)].map((path) =>
        withoutTimes(readFileSync(path, "utf8")),
      );
      expect(other, each).toBe(one);
    }
  });

  it("may lie in one folder, and hold each student once", async () => {
    const folder = shards();
    mkdirSync(join(folder, "all"));
    for (const [at, part] of PARTS.entries())
      renameSync(join(folder, part, name(at + 1)), join(folder, "all", name(at + 1)));
    const { stdout } = await grade(folder, "merge", "all", "--out", "merged");
    expect(stdout).toContain("8 rows: 6 graded, 1 missing, 1 ambiguous. 4 pass.");
    const ids = [...STUDENTS, "nina", "two"];
    for (const id of ids)
      expect([1, 2, 3].filter((index) => isInShard(id, { index, of: OF }))).toHaveLength(1);
  });

  it("are of the form that the schemas say, and name no path", () => {
    const read = (file: string): object => Object(JSON.parse(readFileSync(shipped("schemas", file), "utf8")));
    const ajv = new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false });
    ajv.addSchema(read("grade-run.json"));
    const isEdge = ajv.compile(read("grade-shard.json"));
    for (const index of [1, 2, 3]) {
      const text = readFileSync(join(graded, `part-${index}`, name(index)), "utf8");
      const lines = text.trimEnd().split("\n");
      for (const line of [lines[0] ?? "", lines.at(-1) ?? ""])
        expect(isEdge(JSON.parse(line)) ? null : isEdge.errors).toBeNull();
      expect(isEdge(JSON.parse(lines[1] ?? ""))).toBe(false);
      expect(text).not.toContain(graded);
    }
  });
});

describe("a shard that is taken up again", () => {
  it("comes to the same, whether it was torn or was whole", async () => {
    const folder = emptyFolder();
    cpSync(graded, folder, { recursive: true });
    const file = join(folder, "part-1", name(1));
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.slice(0, before.trimEnd().lastIndexOf("\n") - 40));
    const words = ["class", "--step", "4", "--isolate", "none", "--roster", "class.csv"];
    for (const known of ["is torn", "was whole"]) {
      await grade(folder, ...words, "--shard", "1/3", "--out", "part-1");
      expect(withoutTimes(readFileSync(file, "utf8").replace(/"digest":"\w+"/, "")), known).toBe(
        withoutTimes(before.replace(/"digest":"\w+"/, "")),
      );
    }
    expect((await grade(folder, "merge", ...PARTS, "--out", "merged")).stdout).toContain("8 rows");
  });
});

describe("what cannot be put together is refused, and nothing is made", () => {
  const swapped = (line: string) => line.replace('"passed":true', '"passed":false');
  it.each<[string, (folder: string) => string[] | void, string]>([
    ["a shard is missing", () => ["part-1", "part-3"], "Shard 2 is missing."],
    ["two are missing", () => ["part-3"], "Shards 1 and 2 are missing."],
    [
      "one was given twice",
      () => [...PARTS, "part-1"],
      `part-1/${name(1)} is the same shard as part-1/${name(1)}.`,
    ],
    ["a folder is not there", () => [...PARTS, "nowhere"], "nowhere cannot be read (ENOENT)."],
    [
      "a folder is empty",
      (folder) => (mkdirSync(join(folder, "empty")), [...PARTS, "empty"]),
      "empty holds no shard.",
    ],
    [
      "its last line is missing",
      (folder) => rewrite(folder, 2, (lines) => lines.slice(0, -1)),
      `part-2/${name(2)} is torn: its run has not come to an end.`,
    ],
    [
      "it was killed under way",
      (folder) =>
        rewrite(folder, 2, ([first = "", ...lines]) => [
          first.replace(/,"rosterOfClass":.*/, "}"),
          ...lines.slice(0, 1),
        ]),
      `part-2/${name(2)} is torn: its run has not come to an end.`,
    ],
    [
      "its last line was cut in two",
      (folder) => rewrite(folder, 2, (lines) => [...lines.slice(0, -1), (lines.at(-1) ?? "").slice(0, 20)]),
      `part-2/${name(2)} is torn`,
    ],
    [
      "a verdict was changed",
      (folder) => {
        for (const index of [1, 2, 3]) rewrite(folder, index, (lines) => lines.map(swapped));
      },
      "was changed after its run: digest and rows do not fit.",
    ],
    [
      "a row was taken out",
      (folder) => rewrite(folder, 1, (lines) => lines.toSpliced(1, 1)),
      `part-1/${name(1)} was changed after its run`,
    ],
    [
      "it is no shard",
      (folder) => rewrite(folder, 3, () => ["{}"]),
      `part-3/${name(3)} is no shard of refresh-tutor.`,
    ],
    [
      "it was renamed",
      (folder) => renameSync(join(folder, "part-2", name(2)), join(folder, "part-2", name(4, 4))),
      `part-2/${name(4, 4)} holds shard 2 of 3: it was renamed.`,
    ],
    [
      "it is of another run",
      (folder) => rewrite(folder, 2, (lines) => lines.map((line) => line.replace(/"run":"\w/, '"run":"x'))),
      `part-2/${name(2)} is of another run than part-1/${name(1)}.`,
    ],
    [
      "it is of another number of shards",
      (folder) => {
        rewrite(folder, 2, (lines) => lines.map((line) => line.replace('"of":3', '"of":4')));
        renameSync(join(folder, "part-2", name(2)), join(folder, "part-2", name(2, 4)));
      },
      `part-2/${name(2, 4)} `,
    ],
  ])("%s", async (_, breakIt, sentence) => {
    const folder = shards();
    const words = breakIt(folder) ?? PARTS;
    const { code, stderr } = await grade(folder, "merge", ...words, "--out", "merged");
    expect(stderr).toContain("Nothing was put together.");
    expect(stderr).toContain(sentence);
    expect(stderr).toMatch(/\nNext: .+\n$/);
    expect({ code, made: existsSync(join(folder, "merged")) }).toEqual({ code: 2, made: false });
  });

  it("unless missing ones are allowed: then it is told which, and the exit code stays 2", async () => {
    const folder = shards();
    const words = ["merge", "part-1", "part-3", "--allow-missing", "--out", "merged"];
    const { code, stderr } = await grade(folder, ...words);
    expect(stderr).toMatch(/Shard 2 is missing|1 ambiguous/);
    expect({ code, made: existsSync(join(folder, "merged", "grades.csv")) }).toEqual({ code: 2, made: true });
  });

  it("nor is a folder of another run written into", async () => {
    const folder = shards();
    cpSync(join(graded, "whole"), join(folder, "merged"), { recursive: true });
    const header = join(folder, "merged", "run.json");
    writeFileSync(header, readFileSync(header, "utf8").replace('"4-logout"', '"3-token"'));
    const { code, stderr } = await grade(folder, "merge", ...PARTS, "--out", "merged");
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("merged holds the run of class"),
    });
  });
});

describe("words that are off", () => {
  it.each(["0/3", "4/3", "2", "1/", "a/b", "1/10001"])("--shard %s is no shard", (word) => {
    expect(readShard(word)).toBeNull();
  });

  it.each([
    [["class", "--shard", "4/3"], '--shard takes i/n, such as 2/4 for the second of four, not "4/3".'],
    [["class", "--allow-missing"], "--allow-missing goes with grade merge alone."],
    [["merge"], "grade merge takes the folders that shards are in."],
    [["merge", "part-1", "--step", "4"], "grade merge takes --out and --allow-missing alone"],
  ])("%j is refused in a sentence", async (words, sentence) => {
    const { code, stderr } = await grade(graded, ...words);
    expect(stderr).toContain(sentence);
    expect(stderr).toMatch(/\nNext: .+\n$/);
    expect(code).toBe(2);
  });
});
