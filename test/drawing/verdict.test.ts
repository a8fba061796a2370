import { describe, expect, test } from "vitest";
import { yourApp } from "../../src/drawing/app-output.ts";
import { renderVerdict } from "../../src/drawing/verdict.ts";
import type { VerdictOptions } from "../../src/drawing/verdict.ts";
import type { Verdict } from "../../src/check/verdict/verdict.ts";
import { canvas, crashed, files, hanging, invertedCondition, passing, withAdvice } from "./samples.ts";

function draw(verdict: Verdict, more: Partial<VerdictOptions> = {}): string {
  return renderVerdict(verdict, { ...canvas(80), ...files, ...more });
}

describe("a verdict that is passed", () => {
  test("has a line for each thing that holds, what was learned, and what to type next", () => {
    const drawn = draw(passing, { nextCommand: "refresh-tutor lesson 4" });
    expect(drawn).toContain("✓ The same token renews a second time");
    expect(drawn).toContain("Your server gives a new access token");
    expect(drawn).toMatch(/Next: refresh-tutor lesson 4\n$/);
  });

  test("gives advice without taking anything back", () => {
    const drawn = draw(withAdvice);
    expect(drawn).toContain("Everything holds.");
    expect(drawn).toContain("○ A request without a body gets a 500");
    expect(drawn).toContain("steps/3-token.js:12:11");
    expect(drawn).not.toContain("✗");
  });
});

describe("a verdict that falls short", () => {
  test("opens the first check that does not hold, and only that one", () => {
    const drawn = draw(invertedCondition);
    expect(drawn.match(/✗/g)).toHaveLength(1);
    expect(drawn).toContain("✗ POST /token refuses the token before any login");
    expect(drawn).toContain("3 more checks wait until this one holds.");
  });

  test("shows place, reason, what to do, the request, and expected beside received", () => {
    const drawn = draw(invertedCondition);
    expect(drawn).toContain("> 13 │   if (refreshTokens.includes(refreshToken)) {");
    expect(drawn).toContain("the condition is the wrong way round");
    expect(drawn).toContain("→ Refuse when");
    expect(drawn).toContain("curl -i -X POST http://localhost:3000/token");
    expect(drawn).toMatch(/^expected +received\n403 with .* {4}200 with /m);
  });

  test("says what had been sent before the request", () => {
    const results = invertedCondition.results.filter(
      ({ check }) => check.id !== "token-refuses-before-login",
    );
    const drawn = draw({ ...invertedCondition, results }, { width: 120 });
    expect(drawn).toMatch(/one after the other:\n.*POST .*\/login [^]*POST .*\/token /);
  });

  test("shows the request that hung where no check names one", () => {
    const { results } = hanging;
    const general = results.filter(({ check }) => check.id === "answers-in-time");
    expect(draw({ ...hanging, results: general })).toContain("curl -i -X POST http://localhost:3000/token");
  });

  test("shows the file's name and place, but no frame, where the file cannot be read", () => {
    const drawn = draw(invertedCondition, { sourceOf: () => null });
    expect(drawn).toContain("steps/3-token.js:13:7");
    expect(drawn).not.toContain("> 13");
  });

  test("never shows a stack of the tutor's or of Node's", () => {
    expect(draw(crashed)).not.toMatch(/main\.mjs|node:|Module\._compile|Node\.js v/);
  });

  test("says nothing of what to type where keys do it", () => {
    expect(draw(invertedCondition, { nextCommand: null })).not.toContain("refresh-tutor check");
    expect(draw(passing, { nextCommand: null })).not.toContain("Next:");
  });

  test("names commands the way the learner types them", () => {
    const drawn = draw(invertedCondition, { typed: (words) => `npx refresh-tutor ${words}` });
    expect(drawn).toContain("npx refresh-tutor check 3");
    expect(drawn).toContain("npx refresh-tutor hint 3");
    expect(drawn).toContain("`npx refresh-tutor serve 3`");
  });

  test("uses words and marks where there is no colour", () => {
    const drawn = draw(invertedCondition, { unicode: false });
    expect(drawn).toMatch(/^ok POST \/login answers/m);
    expect(drawn).toMatch(/^x POST \/token refuses/m);
  });
});

describe("what the learner's program printed", () => {
  const printed = (text: string) => yourApp([{ stream: "stdout", text }], canvas(40));

  test("says once what comes several times in a row, as a stack may", () => {
    const stack = "Error: x\n    at app.js:3:1\n";
    expect(printed(stack.repeat(6))).toEqual([
      "[your app] Error: x",
      "[your app]     at app.js:3:1",
      "[your app] … the same 5 times more",
    ]);
  });

  test("opens the bracket that it closes, where the line that opened it is a package's", () => {
    const error =
      "Error: x\n    at app.js:3:1\n    at next (/w/node_modules/router/x.js:1:1) {\n  code: 'X'\n}\n";
    expect(printed(error)).toEqual([
      "[your app] Error: x",
      "[your app]     at app.js:3:1 {",
      "[your app]   code: 'X'",
      "[your app] }",
    ]);
  });

  test("stands behind a prefix", () => {
    expect(printed("one\ntwo\n")).toEqual(["[your app] one", "[your app] two"]);
  });

  test("is left out where there is nothing", () => {
    expect(printed("")).toEqual([]);
    expect(printed("\n\n")).toEqual([]);
  });

  test("is cut to its last lines, and says how many are missing", () => {
    const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`);
    const drawn = printed(lines.join("\n"));
    expect(drawn).toHaveLength(13);
    expect(drawn[0]).toBe("[your app] … 88 lines left out");
    expect(drawn.at(-1)).toBe("[your app] line 99");
  });

  test("has endless lines cut, and says how much is missing", () => {
    const drawn = printed("x".repeat(1e6));
    expect(drawn.length).toBeLessThan(6);
    expect(drawn.join("").replaceAll("[your app]", "")).toContain("more characters)");
  });

  test("keeps a learner's own frames and drops those of packages and Node", () => {
    const drawn = printed(
      [
        "Error: x",
        "    at app.js:3:1",
        "    at f (/w/node_modules/express/index.js:1:1)",
        "    at async file:///p/refresh-tutor/dist/guest/main.cjs:1:1",
        "    at node:internal/main:1:1",
        "    at new Promise (<anonymous>)",
      ].join("\n"),
    );
    expect(drawn).toEqual(["[your app] Error: x", "[your app]     at app.js:3:1"]);
  });

  test("does not show an error again that is told already, nor what Node prints around it", () => {
    const text = [
      "ready",
      "/w/app.js:2",
      "app.post(route)",
      "^",
      "",
      "ReferenceError: app is not defined",
      "    at Object.<anonymous> (/w/app.js:2:1)",
      "Error: another",
      "    at /w/app.js:9:1",
    ].join("\n");
    const told = "While it was starting, it threw: ReferenceError: app is not defined.";
    const drawn = yourApp([{ stream: "stderr", text }], canvas(40), (line) => line, told);
    expect(drawn).toEqual([
      "[your app] ready",
      "[your app] Error: another",
      "[your app]     at /w/app.js:9:1",
    ]);
  });

  test("shows what a terminal would obey instead of sending it", () => {
    expect(printed("\u001b[2Jgone")).toEqual(["[your app] \\u001b[2Jgone"]);
  });
});
