/** From the first run to the end of the course, in terminals of three sizes; every screen is a golden file. */

import { expect, test } from "vitest";
import { solution } from "../commands/program.ts";
import { expectGolden, isGolden } from "../drawing/golden.ts";
import { settled, sitDown } from "./sitting.ts";
import { PATIENCE } from "../patience.ts";

const SIZES = [
  { columns: 40, rows: 10 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

const withoutRefreshToken = `const express = require("express");

const app = express();

app.post("/login", (req, res) => {
  res.json({ accessToken: "access123" });
});

app.listen(3000);
`;

test.for(SIZES)("the whole course at $columns columns", async (size) => {
  const learner = sitDown(["start"], size);
  // The last word of a page may come in a frame of its own, as what a check was recorded as: the golden one is waited for.
  const look = async (page: string, wanted: string | RegExp) => {
    const name = `session-${size.columns}-${page}`;
    await learner.shows(wanted);
    const golden = learner.shows((screen) => isGolden(name, `${settled(screen)}\n`));
    await Promise.race([golden, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    expectGolden(name, `${settled(learner.screen())}\n`);
  };

  await look("welcome", "> 1 Build it");
  learner.type("\r");
  await look("language", "> 1 JavaScript");
  learner.type("\u001b[B\u001b[A\r");
  await look("lesson", /Save (to check )?it/);
  // On the largest screen all of it is there at once.
  if (size.rows < 40) {
    learner.type(" ");
    await look("lesson-further", /─ (Space, )?Up/);
  }

  learner.save("1-login.js", withoutRefreshToken);
  await look("not-yet", "✗ Not yet");
  learner.type("h");
  await look("hint", /Hint 1 of 3/);
  learner.type("s");
  await look("may-show-solution", /Look at the solution/);
  learner.type("y");
  await look("solution", /From your file/);
  learner.type("d");
  await look("diagram", /client +server/);
  learner.type("t");
  await look("steps", /> +1 .*you are here/s);
  learner.type("\u001b");

  learner.save("1-login.js", solution("1-login.js"));
  await learner.shows(size.columns > 40 ? "1 passed" : "next step");
  await look("passed", "Step 1 is passed.");
  learner.type("n");
  await learner.shows("Step 2 of 4");
  expect(learner.read("2-store.js")).toContain(solution("1-login.js").trim());

  for (const [step, name] of ["2-store.js", "3-token.js"].entries()) {
    learner.saveByRename(name, solution(name));
    await learner.shows(`Step ${step + 2} is passed.`);
    learner.type("\r");
    await learner.shows(`Step ${step + 3} of 4`);
  }
  learner.save("4-logout.js", solution("4-logout.js"));
  // The progress comes a frame after the verdict.
  await look("all-passed", "You have built");
  learner.type("n");
  // What was passed stands on the page before, too.
  await look("ending", /^1 Your login/m);
  learner.type("q");
  expect(await learner.ended).toBe(0);
  await look("farewell", "start --step 5");
  expect(learner.hasScreen()).toBe(false);
  expect(await learner.left()).toEqual([]);
  expect(Object.values(learner.progress().steps)).toHaveLength(4);
});
