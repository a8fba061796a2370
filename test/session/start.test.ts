/** The guided session in a terminal, on the built program. */

import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyFolder, freshWorkspace, run, solution } from "../commands/program.ts";
import { KEYS } from "../commands/pty.ts";
import { sitDown } from "./sitting.ts";

const broken =
  "const express = require('express');\nconst app = express();\napp.get('/nothing', (req, res) => res.end());\n";

const withoutRefreshToken = `const app = require("express")();
app.post("/login", (req, res) => res.json({ accessToken: "access123" }));
app.listen(3000);
`;

/** How long the tutor waits for the rest of a file that looks half written, in ms. */
const WRITING = 50;

/** A session at step 1 of a new workspace. */
async function begun(words: readonly string[] = [], options: Parameters<typeof sitDown>[1] = {}) {
  const { folder } = await freshWorkspace();
  const learner = sitDown(["start", ...words], options, folder);
  await learner.shows("Step 1 of 4");
  return learner;
}

describe("resuming", () => {
  test("asks nothing and goes on where the learner was", async () => {
    const { folder, write, run } = await freshWorkspace();
    write("1-login.js", solution("1-login.js"));
    await run("check", "1");
    const learner = sitDown(["start"], {}, folder);
    const screen = await learner.shows("Save it, and it is checked");
    expect(screen).toContain("Step 2 of 4");
    learner.type("q");
    expect(await learner.ended).toBe(0);
  });

  test("finds the workspace from inside it, and the step that is named", async () => {
    const { root } = await freshWorkspace("--lang", "ts");
    const learner = sitDown(["start", "--step", "token"], { cwd: root });
    expect(await learner.shows("Go on to step 3 already?")).toContain("Step 2 is not passed yet.");
    learner.type("y");
    await learner.shows(/Step 3 of 4[^]*Edit steps\/3-token\.ts/);
  });
});

describe("a passed verdict", () => {
  test("stays, where the learner goes on before it is known what could be better", async () => {
    const learner = await begun();
    learner.save(
      "1-login.js",
      `const app = require("express")();
app.use(require("express").json());
app.post("/login", async (req, res) => {
  if (!req.body) await new Promise(() => {});
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.listen(3000);
`,
    );
    await learner.shows("Step 1 is passed.");
    learner.type("n");
    await learner.shows("Step 2 of 4");
    learner.type("q");
    expect(await learner.ended).toBe(0);
    expect(learner.progress().steps.login.passedAt).not.toBeNull();
  });
});

describe("keys", () => {
  test("jumps between steps, and nothing is lost", async () => {
    const learner = await begun();
    learner.save("1-login.js", solution("1-login.js"));
    await learner.shows("Step 1 is passed.");
    learner.type("n");
    await learner.shows("Step 2 of 4");
    const own = learner.read("2-store.js");
    learner.type("t1");
    expect(await learner.shows("Step 1 of 4")).toContain("Passed");
    learner.type("v");
    await learner.shows("Step 1 is passed.");
    learner.type("t");
    await learner.shows("The steps");
    learner.type("\u001b[B\r");
    await learner.shows("Step 2 of 4");
    expect(learner.read("2-store.js")).toBe(own);
    expect(learner.progress().step).toBe("store");
  });

  test("show no solution unasked on a jump, and an untouched file follows the learner's own code", async () => {
    const learner = await begun();
    learner.type("t3");
    await learner.shows("Go on to step 3 already?");
    learner.type("n");
    await learner.shows("What to do");
    expect(learner.has("3-token.js")).toBe(false);
    learner.type("t3");
    await learner.shows("Go on to step 3 already?");
    learner.type("y");
    await learner.shows("Step 3 of 4");
    expect(learner.read("3-token.js")).toContain("refreshTokens");

    learner.type("t1");
    await learner.shows("Step 1 of 4");
    learner.save("1-login.js", `${solution("1-login.js")}// mine\n`);
    await learner.shows("Step 1 is passed.");
    learner.type("n");
    await learner.shows("Step 2 of 4");
    learner.save("2-store.js", `${solution("2-store.js")}// mine, too\n`);
    await learner.shows("Step 2 is passed.");
    learner.type("n");
    await learner.shows("Step 3 of 4");
    expect(learner.read("3-token.js")).toContain("// mine, too");
  });

  test("offers the hint after three attempts that failed", async () => {
    const learner = await begun();
    const attempts = [
      [broken, "There is no route for POST /login"],
      ["nothing();\n", "nothing is not defined"],
      [withoutRefreshToken, "The answer has no refreshToken"],
    ] as const;
    for (const [text, said] of attempts) {
      learner.save("1-login.js", text);
      await learner.shows(said);
    }
    await learner.shows("Not yet after 3 tries");
    learner.type("h");
    await learner.shows("Hint 1 of 3");
    learner.type("h");
    await learner.shows("Hint 2 of 3");
    learner.type("q");
    await learner.ended;
    expect(learner.progress().steps.login).toMatchObject({ failures: 3, hints: 2 });
  });

  test("checks only when asked with --no-watch", async () => {
    const learner = await begun(["--no-watch"]);
    await learner.shows("Press c to check it");
    learner.save("1-login.js", solution("1-login.js"));
    learner.type("c");
    await learner.shows("Step 1 is passed.");
  });

  test("gives the terminal to an editor that needs it, and takes it back", async () => {
    const { folder } = await freshWorkspace();
    const editor = join(folder, "editor.sh");
    writeFileSync(editor, `#!/bin/sh\nprintf 'in the editor> '\nread line\ncp "$SOLUTION" "$1"\n`);
    chmodSync(editor, 0o755);
    writeFileSync(join(folder, "solution.js"), solution("1-login.js"));
    const env = { VISUAL: editor, SOLUTION: join(folder, "solution.js") };
    const learner = sitDown(["start"], { env }, folder);
    await learner.shows("Step 1 of 4");
    learner.type("e");
    await learner.shows("in the editor>");
    expect(learner.hasScreen()).toBe(false);
    learner.type("\n");
    await learner.shows("Step 1 is passed.");
    expect(learner.hasScreen()).toBe(true);
  });

  test("says so when the editor does not exist", async () => {
    const learner = await begun([], { env: { VISUAL: "no-such-editor-here" } });
    learner.type("e");
    await learner.shows("No editor opened");
  });

  test("plays the quiz and comes back", async () => {
    const learner = await begun();
    learner.type("z");
    await learner.shows(/Question 1 of 5|1 of 5/);
    learner.type("a");
    await learner.shows(/Right\.|Not this time\./);
    learner.type(KEYS.escape);
    expect(await learner.shows("Step 1 of 4")).toContain("The quiz is kept: z goes on with it.");
    learner.type("q");
    expect(await learner.ended).toBe(0);
    expect(await learner.left()).toEqual([]);
  });

  test("play the quiz as a page: nothing is echoed or left in the scrollback, a resize redraws it, saves wait", async () => {
    const learner = await begun();
    const before = learner.raw().length;
    learner.type("z");
    for (let number = 1; number <= 5; number += 1) {
      await learner.shows(`Question ${number} of 5`);
      if (number === 2) {
        learner.resize({ columns: 60, rows: 20 });
        await learner.shows(
          (screen) => screen.startsWith("Question 2 of 5") && screen.split("\n").length <= 20,
        );
        learner.save("1-login.js", broken);
      }
      learner.type("b");
      await learner.shows(/Right\.|Not this time\./);
      learner.type(KEYS.enter);
    }
    const result = await learner.shows(/Practice quiz: \d of 5 right/);
    expect(result).toContain("Enter go on");
    expect(result).not.toContain("refresh-tutor quiz");
    // The alternate screen was never left, and so nothing could stay in the scrollback.
    expect(learner.raw().slice(before)).not.toContain("\u001b[?1049l");
    learner.type(KEYS.enter);
    await learner.shows("Not yet, checked at");
    learner.type("q");
    expect(await learner.ended).toBe(0);
    expect(learner.hasScreen()).toBe(false);
  });

  test("q in the quiz ends the session, too", async () => {
    const learner = await begun();
    learner.type("z");
    await learner.shows("Question 1 of 5");
    learner.type("q");
    expect(await learner.ended).toBe(0);
    expect(learner.screen()).toContain("Your progress is kept.");
  });
});

describe("saves", () => {
  test("of another step's file are noticed, and those of the tutor's own are not", async () => {
    const learner = await begun();
    learner.save("1-login.js", solution("1-login.js"));
    await learner.shows("Step 1 is passed.");
    learner.type("n");
    expect(await learner.shows("Step 2 of 4")).not.toContain("You saved");
    learner.save("1-login.js", broken);
    await learner.shows("You saved 1-login.js; this is step 2. Press t to go to step 1.");
    learner.type("t1");
    await learner.shows(/Step 1 of 4[^]*There is no route for POST \/login/);
  });

  test("of an app that writes beside itself at each login get one verdict each", async () => {
    const learner = await begun();
    const writes = (extra: string) => `${extra}const { writeFileSync } = require("fs");
const app = require("express")();
app.post("/login", (req, res) => {
  writeFileSync(__dirname + "/sessions.json", String(Math.random()));
  res.json({ accessToken: "access123"${extra === "" ? "" : ', refreshToken: "refresh123"'} });
});
app.listen(3000);
`;
    learner.save("1-login.js", writes(""));
    await learner.shows("The answer has no refreshToken");
    learner.save("1-login.js", writes("// mine\n"));
    await learner.shows("Step 1 is passed.");
    // One more, so that a check that was started by the app's own file would have been counted by now.
    learner.save("1-login.js", writes(""));
    await learner.shows("The answer has no refreshToken");
    learner.type("q");
    await learner.ended;
    expect(learner.progress().steps.login.checks).toBe(3);
  });

  test("written in pieces end in the verdict on the last content", async () => {
    const learner = await begun();
    const text = solution("1-login.js");
    const before = performance.now();
    learner.save("1-login.js", "");
    for (const end of [20, 60, 120, text.length]) learner.save("1-login.js", text.slice(0, end));
    const took = performance.now() - before;
    await learner.shows("Step 1 is passed.");
    learner.type("q");
    await learner.ended;
    // Who was kept from writing on for as long as the tutor waits has really saved a half.
    if (took < WRITING) expect(learner.progress().steps.login?.failures).toBe(0);
  });

  test("of another file of the program count, too", async () => {
    const learner = await begun();
    learner.save("answers.js", 'module.exports = { accessToken: "access123" };\n');
    learner.save(
      "1-login.js",
      `const express = require("express");
const answers = require("./answers");
const app = express();
app.post("/login", (req, res) => res.json(answers));
app.listen(3000);
`,
    );
    await learner.shows("Not yet, checked");
    learner.save(
      "answers.js",
      'module.exports = { accessToken: "access123", refreshToken: "refresh123" };\n',
    );
    await learner.shows("Step 1 is passed.");
  });

  test("that take the file away are waited for, and then said", async () => {
    const learner = await begun();
    learner.remove("1-login.js");
    await learner.shows("1-login.js is no longer there");
    learner.save("1-login.js", solution("1-login.js"));
    await learner.shows("Step 1 is passed.");
  });
});

describe("leaving", () => {
  const endless = "const express = require('express');\nconst app = express();\nfor (;;);\n";

  test.for([
    ["Ctrl-C", "\u0003"],
    ["Ctrl-D", "\u0004"],
  ])("by %s exits with 130 at every stage, with the terminal as it was", async ([name, key]) => {
    const stages: [string, (learner: ReturnType<typeof sitDown>) => Promise<unknown>][] = [
      ["welcome", (learner) => learner.shows("> 1 Build it")],
      [
        "language",
        async (learner) => {
          await learner.shows("> 1 Build it");
          learner.type("\r");
          await learner.shows("> 1 JavaScript");
        },
      ],
    ];
    for (const [, reach] of stages) {
      const learner = sitDown(["start"]);
      await reach(learner);
      learner.type(key ?? "");
      expect(await learner.ended).toBe(130);
      expect(learner.hasScreen()).toBe(false);
      expect(learner.raw()).toContain("\u001b[?25h");
      expect(await learner.left()).toEqual([]);
    }
    for (const keys of name === "Ctrl-C" ? ["", "h", "s", "t", "d"] : [""]) {
      const learner = await begun();
      learner.type(keys);
      await learner.shows(
        keys === ""
          ? "What to do"
          : ({ h: "Hint 1", s: "Look at", t: "The steps", d: "No requests yet" }[keys] ?? ""),
      );
      learner.type(key ?? "");
      expect(await learner.ended).toBe(130);
      expect(await learner.left()).toEqual([]);
    }
  });

  test("during a check of a program that never rests leaves nothing running", async () => {
    const learner = await begun();
    learner.save("1-login.js", endless);
    await learner.shows("Checking");
    learner.type("\u0003");
    expect(await learner.ended).toBe(130);
    expect(await learner.left()).toEqual([]);
    expect(learner.hasScreen()).toBe(false);
  });

  test.for(["SIGTERM", "SIGHUP", "SIGINT"])(
    "by %s exits with 130 and leaves nothing running",
    async (signal) => {
      const learner = await begun();
      learner.save("1-login.js", endless);
      await learner.shows("Checking");
      learner.signal(signal);
      expect(await learner.ended).toBe(130);
      expect(await learner.left()).toEqual([]);
    },
  );
});

describe("the terminal", () => {
  test("may be resized at any time", async () => {
    const learner = await begun();
    learner.resize({ columns: 40, rows: 10 });
    await learner.shows("Step 1 of 4: Save to check it");
    learner.resize({ columns: 120, rows: 40 });
    const screen = await learner.shows("0 passed");
    expect(screen.split("\n").length).toBeGreaterThan(24);
  });

  test("shows what is longer than it, by keys", async () => {
    const learner = await begun([], { columns: 40, rows: 10 });
    await learner.shows("Space: more");
    learner.type("\u001b[F");
    await learner.shows("Up: back");
    learner.type("\u001b[H");
    await learner.shows("Space: more");
  });

  test("is given back while the session is stopped, and taken again when it goes on", async () => {
    const learner = await begun();
    learner.signal("SIGCONT");
    learner.type("d");
    await learner.shows("No requests yet");
    expect(learner.hasScreen()).toBe(true);
  });

  test("needs neither colour nor Unicode", async () => {
    const learner = await begun([], { env: { NO_COLOR: "1", LC_ALL: "C" } });
    const screen = await learner.shows("[q] quit");
    expect(screen).toMatch(/^[\n -~]*$/);
  });

  test("may read lines only: --plain redraws nothing", async () => {
    const { folder } = await freshWorkspace();
    const learner = sitDown(["start", "--plain"], {}, folder);
    await learner.shows("Type a letter or a word");
    learner.type("hint\n");
    await learner.shows("Hint 1 of 3");
    learner.save("1-login.js", solution("1-login.js"));
    await learner.shows("Step 1 is passed.");
    learner.type("q\n");
    expect(await learner.ended).toBe(0);
    expect(learner.raw()).not.toContain("\u001b");
    expect(await learner.left()).toEqual([]);
  });
});

describe("without a terminal", () => {
  test("prints the lesson, the file and what to type, and waits for nothing", async () => {
    const folder = emptyFolder();
    const { code, stdout } = await run(["start"], { cwd: folder });
    expect(code).toBe(0);
    for (const said of ["Scenario.", "Goal.", "What you will learn", "Why it matters", "Progress: 0 of 4"])
      expect(stdout).toContain(said);
    expect(stdout).toContain("Express app and login route");
    expect(stdout).toContain("refresh-tutor/steps/1-login.js");
    expect(stdout).toContain("refresh-tutor check");
    expect(stdout).not.toContain("\u001b");
  });

  test("nor on a build server that has one", async () => {
    const learner = sitDown(["start"], { env: { CI: "true" } });
    expect(await learner.ended).toBe(0);
    expect(learner.screen()).toContain("refresh-tutor check");
  });
});
