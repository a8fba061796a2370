import { describe, expect, test } from "vitest";
import { drawExchange, drawParties, drawTranscript } from "../../src/drawing/diagram.ts";
import type { DrawnExchange } from "../../src/drawing/diagram.ts";
import { canvas, hanging, invertedCondition, passing, transcript } from "./samples.ts";

const said: DrawnExchange = {
  request: "POST /login",
  requestBody: null,
  status: "200",
  answerBody: '{"accessToken":"access123"}',
  store: '["refresh123"]',
  wrong: null,
};

test("an exchange is an arrow there and an arrow back, with the store beside it", () => {
  const [there = "", back = ""] = drawExchange(said, canvas(80)).split("\n");
  expect(there).toMatch(/^ {2}├── POST \/login ─+▶│$/);
  expect(back).toMatch(/^ {2}│◀── 200 \{"accessToken":"access123"\} ─+┤ +\["refresh123"\]$/);
});

test("the store stands below where there is no room beside", () => {
  expect(drawExchange(said, canvas(40))).toContain('│  refreshTokens: ["refresh123"]  │');
});

test("an exchange drawn by itself lines up with the names above it", () => {
  for (const width of [40, 80, 120]) {
    const [names = "", lifelines = ""] = drawParties(canvas(width), "[]").split("\n");
    const [there = ""] = drawExchange(said, canvas(width)).split("\n");
    expect(lifelines.lastIndexOf("│")).toBe(there.lastIndexOf("│"));
    expect(names.indexOf("server")).toBe(there.lastIndexOf("│") - 2);
  }
});

test("what is not known of the store is not drawn", () => {
  expect(drawExchange({ ...said, store: null }, canvas(40))).not.toContain("refreshTokens");
});

describe("a transcript", () => {
  test("is drawn with what the store holds from the start", () => {
    const drawn = drawTranscript(passing.transcript, passing.results, canvas(80));
    expect(drawn.match(/POST/g)).toHaveLength(5);
    expect(drawn.split("\n")[1]).toMatch(/│ +\[\]$/);
    expect(drawn).not.toContain("✗");
  });

  test("has only the first wrong answer marked, with expected and received", () => {
    const drawn = drawTranscript(invertedCondition.transcript, invertedCondition.results, canvas(80));
    expect(drawn.match(/✗/g)).toHaveLength(1);
    expect(drawn).toMatch(/✗ 200 ─+┤.*\n.*expected: 403 with .*\n.*received: 200 with /);
  });

  test("has no arrow where no answer came", () => {
    const [, , there = "", back = "", why = ""] = drawTranscript(
      hanging.transcript,
      hanging.results,
      canvas(80),
    ).split("\n");
    expect(there).toContain("▶");
    expect(back).not.toContain("◀");
    expect(why).toContain("✗ no answer within 2000 ms");
  });

  test("in which nothing was said is drawn as two lifelines", () => {
    expect(drawTranscript(transcript([]), [], canvas(40))).toMatch(/^client +server\n/);
  });
});
