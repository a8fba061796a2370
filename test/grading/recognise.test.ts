/** Submissions are recognised by their shape, and each odd one is a row of its own. */

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isProblem } from "../../src/base/problem.ts";
import { findStep, loadCourse } from "../../src/course/course.ts";
import { nameInClass } from "../../src/grading/check-submission.ts";
import { choicesFor } from "../../src/grading/choose-file.ts";
import { recogniseSubmissions } from "../../src/grading/recognise.ts";
import type { Submission } from "../../src/grading/submission.ts";
import { APP, classFolder, HELPER } from "./class-folder.ts";

const course = loadCourse();
const OUT = "/nowhere/grades";

function recognised(...paths: string[]): Submission[] {
  const found = recogniseSubmissions(paths, OUT);
  if (isProblem(found)) throw new Error(found.message);
  return found;
}

/** What is chosen of each submission, in a few words: "ada: 4 app.js". `step`: "" for none. */
function chosen(step: string, ...paths: string[]): string[] {
  const wanted = step === "" ? null : findStep(course, step);
  return recognised(...paths).flatMap((submission) =>
    choicesFor(submission, wanted, course).map((choice) => {
      const number = choice.step?.number ?? "-";
      return "file" in choice
        ? `${submission.id}: ${number} ${choice.file.name}`
        : `${submission.id}: ${number} ${choice.status}: ${choice.why}`;
    }),
  );
}

describe("shapes", () => {
  it("a folder a student is named by the folder", () => {
    const folder = classFolder({ "ada/app.js": APP, "grace/server.ts": "export {};\n", "notes.txt": "" });
    expect(recognised(folder)).toMatchObject([
      { id: "ada", name: "ada", shape: "folder", late: false, place: "ada" },
      { id: "grace", shape: "folder" },
    ]);
  });

  it("a file a student is named by the file", () => {
    expect(recognised(classFolder({ "ada.js": APP, "grace.mts": APP }))).toMatchObject([
      { id: "ada", shape: "file", place: "ada.js" },
      { id: "grace", shape: "file", place: "grace.mts" },
    ]);
  });

  it("a workspace that was handed in has a row for each of its steps", () => {
    const folder = classFolder({
      "ada/refresh-tutor/package.json": "{}",
      "ada/refresh-tutor/.refresh-tutor/progress.json": "{}",
      "ada/refresh-tutor/steps/1-login.js": APP,
      "ada/refresh-tutor/steps/1-login.backup.js": APP,
      "ada/refresh-tutor/steps/4-logout.js": APP,
    });
    expect(recognised(folder)).toMatchObject([{ id: "ada", shape: "workspace" }]);
    const rows = ["ada: 1 refresh-tutor/steps/1-login.js", "ada: 4 refresh-tutor/steps/4-logout.js"];
    expect(chosen("", folder)).toEqual(rows);
    // However it is named: by the class, by the student, by the workspace itself.
    expect(chosen("", join(folder, "ada"))).toEqual(rows);
    expect(chosen("4", join(folder, "ada", "refresh-tutor"))).toEqual(["ada: 4 steps/4-logout.js"]);
  });

  it("a git clone is graded without its history", () => {
    const folder = classFolder({ "hw-ada/.git/HEAD": "", "hw-ada/.git/app.js": APP, "hw-ada/app.js": APP });
    expect(recognised(folder)).toMatchObject([{ id: "hw-ada", shape: "clone" }]);
    expect(chosen("logout", folder)).toEqual(["hw-ada: 4 app.js"]);
  });

  it("Moodle's folders and files are named by the number of the participant", () => {
    const folder = classFolder({
      "Ada Lovelace_4711_assignsubmission_file/app.js": APP,
      "Grace Hopper_4712_assignsubmission_file_/app.js": APP,
      "Alan M_Turing_4713_assignsubmission_file_app.js": APP,
      "Ada Lovelace_4711_assignsubmission_onlinetext/onlinetext.html": "<p>Done</p>",
    });
    expect(recognised(folder)).toMatchObject([
      { id: "4711", name: "Ada Lovelace", shape: "Moodle" },
      { id: "4712", name: "Grace Hopper", shape: "Moodle" },
      { id: "4713", name: "Alan M_Turing", shape: "Moodle" },
    ]);
    expect(chosen("4", folder)).toEqual(["4711: 4 app.js", "4712: 4 app.js", "4713: 4 app.js"]);
  });

  it("Canvas's files are put together by the user's number, under their own names", () => {
    const folder = classFolder({
      "lovelaceada_4711_90210_1-login.js": APP,
      "lovelaceada_4711_90211_4-logout-2.js": APP,
      "hoppergrace_LATE_4712_90212_server.js": APP,
    });
    expect(recognised(folder)).toMatchObject([
      { id: "4711", name: "lovelaceada", shape: "Canvas", late: false },
      { id: "4712", name: "hoppergrace", shape: "Canvas", late: true },
    ]);
    expect(chosen("4", folder)).toEqual(["4711: 4 4-logout.js", "4712: 4 server.js"]);
    const namesOnDisk = recognised(folder).flatMap((one) => one.files.map((file) => nameInClass(one, file)));
    expect(namesOnDisk).toEqual([
      "lovelaceada_4711_90210_1-login.js",
      "lovelaceada_4711_90211_4-logout-2.js",
      "hoppergrace_LATE_4712_90212_server.js",
    ]);
    expect(chosen("1", join(folder, "lovelaceada_4711_90210_1-login.js"))).toEqual(["4711: 1 1-login.js"]);
  });

  it("Gradescope's folders are named by their number, and by what its metadata tell", () => {
    const folder = classFolder({
      "submission_4711/app.js": APP,
      "submission_4712/app.js": APP,
      "submission_metadata.yml":
        "submission_4711:\n  :submitters:\n  - :name: Ada Lovelace\n    :sid: '815'\n    :email: ada@example.edu\n  :score: 1.0\n",
    });
    expect(recognised(folder)).toMatchObject([
      { id: "4711", name: "Ada Lovelace", aliases: ["815", "ada@example.edu"], shape: "Gradescope" },
      { id: "4712", name: "4712", aliases: [], shape: "Gradescope" },
    ]);
  });

  it("several folders on the command line are a student each", () => {
    const folder = classFolder({ "ada/mine.js": APP, "grace/app.js": APP });
    expect(chosen("4", join(folder, "ada"), join(folder, "grace"))).toEqual([
      "ada: 4 mine.js",
      "grace: 4 app.js",
    ]);
  });

  it("what the run itself writes was not handed in", () => {
    const folder = classFolder({ "ada/app.js": APP, "grades/run.json": "{}" });
    const found = recogniseSubmissions([folder], join(folder, "grades"));
    expect(found).toMatchObject([{ id: "ada" }]);
  });
});

describe("the file of a step", () => {
  it("is the one with the step's own name, else the one that makes an app", () => {
    const folder = classFolder({
      "ada/4-logout.js": HELPER,
      "ada/app.js": APP,
      "grace/lib/tokens.js": HELPER,
      "grace/src/main.js": APP,
      "alan/only.js": HELPER,
    });
    expect(chosen("4", folder)).toEqual(["ada: 4 4-logout.js", "alan: 4 only.js", "grace: 4 src/main.js"]);
  });

  it("is found by a call of express, however it was loaded", () => {
    const folder = classFolder({
      "a/x.js": 'const e = require("express");\nconst app = e();\n',
      "b/x.mjs": 'import express, { Router } from "express";\nexport default express();\n',
      "c/x.ts": 'import * as ex from "express";\nex();\n',
      "d/x.js": 'require("express")().listen(1);\n',
      "a/y.js": '// const e = require("express"); e()\n',
      "b/y.js": 'const express = require("express");\nmodule.exports = express.Router();\n',
      "c/y.js": HELPER,
      "d/y.js": "/* const express = require('express'); express() */\n",
    });
    expect(chosen("1", folder)).toEqual(["a: 1 x.js", "b: 1 x.mjs", "c: 1 x.ts", "d: 1 x.js"]);
  });

  it("is never guessed between two", () => {
    const folder = classFolder({
      "ada/app.js": APP,
      "ada/server.js": APP,
      "grace/4-logout.js": APP,
      "grace/4-logout.ts": APP,
      "twins/4-logout.js": APP,
      "twins/4-LOGOUT.JS": APP,
      "zoe/app.js": APP,
    });
    expect(chosen("4", folder)).toEqual([
      "ada: 4 ambiguous: 2 files could be meant: app.js, server.js.",
      "grace: 4 ambiguous: 2 files could be meant: 4-logout.js, 4-logout.ts.",
      "twins: 4 ambiguous: 2 files could be meant: 4-LOGOUT.JS, 4-logout.js.",
      "zoe: 4 app.js",
    ]);
    expect(chosen("", folder)).toContain(
      "zoe: - ambiguous: app.js could be of any step: say which with --step.",
    );
  });

  it("is not one of another step", () => {
    const folder = classFolder({ "ada/1-login.js": APP, "ada/3-token.js": APP });
    expect(chosen("4", folder)).toEqual([
      "ada: 4 unreadable: There is no file for step 4; handed in: 1-login, 3-token.",
    ]);
  });

  it("is never found in what others wrote", () => {
    const folder = classFolder({
      "ada/node_modules/express/app.js": APP,
      "ada/__MACOSX/._app.js": APP,
      "ada/.git/app.js": APP,
      "ada/readme.md": "",
    });
    expect(chosen("4", folder)).toEqual([
      "ada: 4 unreadable: There is no JavaScript or TypeScript file in it.",
    ]);
  });
});

describe("odd submissions", () => {
  it("are a row each, and never the end of the run", () => {
    const folder = classFolder({
      "empty/": "",
      "huge/app.js": `${"//".padEnd(1024)}\n`.repeat(2_000),
      "packed/homework.zip": "PK",
      "zipped.zip": "PK",
      "Ж 名前/app.js": APP,
      "ada/app.js": APP,
      "same/app.js": APP,
      "same.js": APP,
    });
    symlinkSync("/etc/passwd", join(folder, "linked.js"));
    mkdirSync(join(folder, "links"));
    symlinkSync("/etc/passwd", join(folder, "links", "4-logout.js"));
    writeFileSync(join(folder, "links", "helper.js"), HELPER);
    mkdirSync(join(folder, "circle"));
    symlinkSync(".", join(folder, "circle", "again"));
    writeFileSync(join(folder, "circle", "app.js"), APP);
    expect(chosen("4", folder)).toEqual([
      "ada: 4 app.js",
      "circle: 4 app.js",
      "empty: 4 unreadable: The folder is empty.",
      "huge: 4 unreadable: app.js holds 2 MB: a program of this course holds less than 1.",
      "linked: 4 unreadable: linked.js is a link, and links are not followed.",
      "links: 4 unreadable: 4-logout.js is a link that leads out of the submission.",
      "packed: 4 unreadable: homework.zip is packed: unpack it, then grade the folder that comes out.",
      "same: 4 ambiguous: There are 2 submissions of this name: same, same.js.",
      "zipped: 4 unreadable: zipped.zip is packed: unpack it, then grade the folder that comes out.",
      "Ж 名前: 4 app.js",
    ]);
  });

  it("names that differ in case alone are two students", () => {
    expect(chosen("4", classFolder({ "Ada/app.js": APP, "ada/app.js": APP }))).toEqual([
      "ada: 4 app.js",
      "Ada: 4 app.js",
    ]);
  });

  it("more files than a program has are not copied", () => {
    const folder = classFolder({ "ada/app.js": APP, "many/app.js": APP });
    for (let count = 0; count <= 5_000; count++) writeFileSync(join(folder, "many", `${count}.txt`), "");
    expect(chosen("4", folder)).toEqual([
      "ada: 4 app.js",
      "many: 4 unreadable: It holds more than 5,000 files or 50 MB: hand in the program alone.",
    ]);
  });
});

describe("what cannot be graded at all", () => {
  it.each([
    ["nothing.js", "no-such-path"],
    ["homework.zip", "packed"],
    ["notes.txt", "no-code"],
    ["empty", "no-submissions"],
  ])("%s is refused", (name, id) => {
    const folder = classFolder({ "homework.zip": "PK", "notes.txt": "", "empty/": "" });
    expect(recogniseSubmissions([join(folder, name)], OUT)).toMatchObject({ kind: "problem", id });
  });
});
