/** `grade` as a teacher uses it: what a class comes to, and a run that is stopped and goes on. */

import { appendFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../src/grading/csv.ts";
import { isRow } from "../../src/grading/row.ts";
import type { Row } from "../../src/grading/row.ts";
import { begin, run } from "../commands/program.ts";
import { APP, classFolder } from "./class-folder.ts";

const OPEN_STATUS = APP.replace("status(204)", "status(200)");
const NEVER_ANSWERS = APP.replace("res.status(204).end()", "void 0");

/** The rows of results.ndjson in a folder. */
function rowsIn(folder: string, out = "grades"): Row[] {
  const lines = readFileSync(join(folder, out, "results.ndjson"), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => JSON.parse(line)).filter(isRow);
}

/** What does not differ from run to run. */
function lasting(rows: readonly Row[]): unknown[] {
  return rows.map((row) => ({ ...row, ms: null }));
}

const grade = (folder: string, ...words: string[]) =>
  run(["grade", "class", "--step", "4", "--isolate", "none", ...words], {
    cwd: folder,
    env: { GITHUB_STEP_SUMMARY: "" },
  });

describe("a class", () => {
  it("gets a row each; what has no grade is said, and is no 0", async () => {
    const folder = classFolder({
      "class/ada/app.js": APP,
      "class/copy/server.js": APP,
      "class/falls-short.js": OPEN_STATUS,
      "class/needs.js": 'require("dotenv").config();\n',
      "class/own-path/app.js": `${APP}require("lib/tokens");\n`,
      "class/own-path/lib/tokens.js": "",
      "class/two/app.js": APP,
      "class/two/main.js": APP,
      "class.csv": "Username,Points\nada,\nnina,\n",
    });
    const { code, stdout, stderr } = await grade(folder, "--roster", "class.csv");
    expect(stderr).toContain('1 of 6 submissions are on the roster of 2, matched by its column "Username".');
    expect(stderr).toContain("Not everything that was handed in has a grade: 1 ambiguous, 1 needs-package.");
    expect(stdout).toContain("7 rows: 4 graded, 1 missing, 1 ambiguous, 1 needs-package. 2 pass.");
    expect(code).toBe(2);
    const rows = rowsIn(folder);
    expect(
      rows.map(({ id, status, score, cause, identical }) => [id, status, score, cause, identical]),
    ).toEqual([
      ["ada", "graded", 1, null, "ada"],
      ["copy", "graded", 1, null, "ada"],
      ["falls-short", "graded", expect.closeTo(0.95, 1), "wrong-status", null],
      ["needs", "needs-package", null, "module-not-found", null],
      ["nina", "missing", null, null, null],
      ["own-path", "graded", 0, "module-not-found", null],
      ["two", "ambiguous", null, null, null],
    ]);
    const wrong = rows.find(({ id }) => id === "falls-short");
    expect(wrong?.detail?.frame.join("\n")).toContain("status(200)");
    expect(wrong?.detail?.place).toMatch(/^falls-short\.js:\d+:\d+$/);
    expect(wrong?.detail?.diagram.join("\n")).toContain("POST /logout");
    const table = readCsv(readFileSync(join(folder, "grades", "grades.csv"), "utf8"));
    expect(table?.map((cells) => cells.slice(0, 5))).toEqual([
      ["Username", "Points", "step", "status", "score"],
      ["ada", "", "4-logout", "graded", "1"],
      ["nina", "", "4-logout", "missing", ""],
      ["copy", "", "4-logout", "graded", "1"],
      ["falls-short", "", "4-logout", "graded", String(wrong?.score)],
      ["needs", "", "4-logout", "needs-package", ""],
      ["own-path", "", "4-logout", "graded", "0"],
      ["two", "", "4-logout", "ambiguous", ""],
    ]);
    expect(readFileSync(join(folder, "grades", "junit.xml"), "utf8")).toContain(
      'tests="7" failures="2" errors="2"',
    );
  });

  it("is listed as a person would sort it, each student by id and name", async () => {
    const broken = "app.listen(";
    const folder = classFolder({
      ...Object.fromEntries(["s10", "s1", "s2", "s20"].map((id) => [`class/${id}.js`, broken])),
      "class.csv": "id,name\ns3,Nina\ns10,Ada\ns1,Grace\n",
    });
    const known = [
      ["s1", "Grace"],
      ["s2", "s2"],
      ["s3", "Nina"],
      ["s10", "Ada"],
      ["s20", "s20"],
    ];
    const listed = await grade(folder, "--list", "--roster", "class.csv");
    expect(listed.stdout.match(/^s\d+/gm)).toEqual(known.map(([id]) => id));
    // The names come with the roster, also to what was graded without one.
    expect((await grade(folder)).code).toBe(0);
    expect(rowsIn(folder).map(({ id, name }) => [id, name])).toEqual(
      ["s1", "s2", "s10", "s20"].map((id) => [id, id]),
    );
    expect((await grade(folder, "--roster", "class.csv")).code).toBe(0);
    expect(rowsIn(folder).map(({ id, name }) => [id, name])).toEqual(known);
    const read = (name: string) => readFileSync(join(folder, "grades", name), "utf8");
    expect([...read("junit.xml").matchAll(/<testcase [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual(
      ["Grace (s1)", "s2", "Nina (s3)", "Ada (s10)", "s20"],
    );
    const page = [...read("report.html").matchAll(/^\{"id":"(\w+)","name":"(\w*)"/gm)];
    expect(page.map(([, id, name]) => [id, name || id])).toEqual(known);
  });

  it("that has all its grades ends with 0, whatever they are", async () => {
    const folder = classFolder({
      "class/ada.js": OPEN_STATUS,
    });
    const { code, stdout } = await run(
      ["grade", "class/ada.js", "--step", "4", "--out", "out", "--isolate", "none"],
      {
        cwd: folder,
        env: { GITHUB_STEP_SUMMARY: join(folder, "summary.md") },
      },
    );
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, "summary.md"), "utf8")).toContain("### refresh-tutor: 0 of 1 pass");
  });

  it("may use a teacher's packages, and never its own node_modules", async () => {
    const folder = classFolder({
      "class/ada/app.js": `require("extra");\n${APP}`,
      "class/bob/app.js": `require("own");\n${APP}`,
      "class/bob/node_modules/own/index.js": "",
      "packages/node_modules/extra/index.js": "",
    });
    const { code } = await grade(folder, "--modules", "packages");
    expect(code).toBe(2);
    expect(rowsIn(folder).map(({ id, status, why }) => [id, status, why])).toEqual([
      ["ada", "graded", null],
      [
        "bob",
        "needs-package",
        "It needs the package own: put it into a folder and name that with --modules.",
      ],
    ]);
  });

  it("what time may have decided is run once more, alone", async () => {
    const folder = classFolder({ "class/ada.js": NEVER_ANSWERS, "class/bob.js": APP });
    const { code } = await grade(folder);
    expect(code).toBe(0);
    expect(rowsIn(folder)).toMatchObject([
      { id: "ada", status: "graded", cause: "handler-hangs", passed: false },
      { id: "bob", status: "graded", passed: true },
    ]);
  });

  it("is listed before anything runs", async () => {
    const folder = classFolder({
      "class/ada/app.js": APP,
      "class/bob/": "",
      "class/needs/app.js": `const a = require("dotenv"), { b } = require("@scope/extra/sub");\n${APP}require("./lib");\n`,
      "class/needs/lib.js": 'require("lib"); require("node:fs"); require("helmet");\n',
      "class/perhaps/app.js": `try { require("dotenv").config(); } catch {}\n${APP}`,
      "packages/node_modules/helmet/index.js": "",
    });
    const { code, stdout } = await grade(folder, "--list", "--modules", "packages");
    expect(stdout).toContain("3 to be graded, 1 not; 1 first needs --modules. Nothing was run.");
    expect(stdout).toMatch(/^needs .*app\.js +needs-package: dotenv, @scope\/extra$/m);
    expect(stdout.match(/needs-package/g)).toHaveLength(1);
    expect({ code, made: existsSync(join(folder, "grades")) }).toEqual({ code: 0, made: false });
  });
});

describe("a run that goes on", () => {
  it("runs again what has changed, and nothing else", async () => {
    const folder = classFolder({ "class/ada.js": APP, "class/bob.js": APP, "class/cleo.js": APP });
    await grade(folder);
    const before = rowsIn(folder);
    writeFileSync(join(folder, "class", "bob.js"), OPEN_STATUS);
    const { stderr } = await grade(folder);
    expect(stderr).toContain("2 of 3 were graded before and are unchanged.");
    const after = rowsIn(folder);
    expect([after[0], after[2]]).toEqual([before[0], before[2]].map((row) => ({ ...row, identical: "ada" })));
    expect(after[1]).toMatchObject({ id: "bob", passed: false });
  });

  it("drops a last line that was torn", async () => {
    const folder = classFolder({ "class/ada.js": APP, "class/bob.js": APP });
    await grade(folder);
    const before = rowsIn(folder);
    const file = join(folder, "grades", "results.ndjson");
    truncateSync(file, readFileSync(file).length - 30);
    appendFileSync(file, "");
    expect((await grade(folder)).stderr).toContain("1 of 2 were graded before and are unchanged.");
    expect(lasting(rowsIn(folder))).toEqual(lasting(before));
  });

  it("begins anew where it was killed before its first row", async () => {
    const folder = classFolder({
      "class/ada.js": APP,
      "grades/results.ndjson": "",
      "grades/unfinished-1": "{",
      "grades/report.html.unfinished": "<",
    });
    expect((await grade(folder)).code).toBe(0);
    const names = ["grades.csv", "junit.xml", "report.html", "results.ndjson", "run.json"];
    expect(readdirSync(join(folder, "grades")).toSorted()).toEqual(names);
  });

  it("is refused in the folder of another run, which stays as it is", async () => {
    const folder = classFolder({ "class/ada.js": APP, "other/zoe.js": APP });
    await grade(folder);
    const before = readFileSync(join(folder, "grades", "results.ndjson"), "utf8");
    const { code, stderr } = await run(["grade", "other", "--step", "4", "--isolate", "none"], {
      cwd: folder,
    });
    expect(code).toBe(2);
    expect(stderr).toContain("grades holds the run of class, step 4-logout: nothing was changed in it.");
    expect(readFileSync(join(folder, "grades", "results.ndjson"), "utf8")).toBe(before);
  });

  it("comes to the same when it was killed in between", async () => {
    const names = ["ada", "bob", "cleo", "dora", "emil"];
    const files = names.map((name, at) => [`class/${name}.js`, at % 2 === 0 ? APP : OPEN_STATUS] as const);
    const whole = classFolder(Object.fromEntries(files));
    await grade(whole);
    const folder = classFolder(Object.fromEntries(files));
    const results = join(folder, "grades", "results.ndjson");
    const lines = () => (existsSync(results) ? readFileSync(results, "utf8").split("\n").length - 1 : 0);
    for (const wanted of [1, 2, 3, 4]) {
      const signal = wanted % 2 === 0 ? "SIGKILL" : "SIGINT";
      const { child, ended } = begin(["grade", "class", "--step", "4", "--jobs", "2", "--isolate", "none"], {
        cwd: folder,
      });
      const looking = setInterval(() => {
        if (lines() < wanted) return;
        clearInterval(looking);
        child.kill(signal);
      }, 5);
      const { code, stderr } = await ended;
      clearInterval(looking);
      if (signal === "SIGINT" && code !== 0) {
        expect(code).toBe(130);
        expect(stderr).toMatch(
          /Stopped: \d of 5 are graded and kept in grades\. The same command goes on from there\./,
        );
      }
    }
    expect((await grade(folder)).code).toBe(0);
    expect(lasting(rowsIn(folder))).toEqual(lasting(rowsIn(whole)));
    const csv = (of: string) => readFileSync(join(of, "grades", "grades.csv"), "utf8");
    expect(csv(folder)).toBe(csv(whole));
  });
});

describe("words that are off", () => {
  it.each([
    [["class", "--jobs", "0"], "--jobs takes a number from 1 to 64"],
    [["class", "--step", "44"], "There is no step 44"],
    [["nowhere"], "There is nothing at"],
    [["class", "--roster", "none.csv"], "The roster none.csv cannot be read (ENOENT)."],
    [["class", "--isolate", "docker"], "--isolate takes auto, bwrap or none"],
    [["class", "--modules", "none"], "There is no folder none to take packages from."],
  ])("%j is refused in a sentence", async (words, sentence) => {
    const folder = classFolder({ "class/ada.js": APP });
    const { code, stderr } = await run(["grade", ...words], { cwd: folder });
    expect(stderr).toContain(sentence);
    expect(stderr).toMatch(/\nNext: .+\n$/);
    expect(code).toBe(2);
  });
});
