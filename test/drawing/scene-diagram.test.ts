/** The diagram of part two, drawn from plain data. */

import { expect, test } from "vitest";
import { failed, passed } from "../../src/check/judge/check.ts";
import type { CheckResult } from "../../src/check/judge/check.ts";
import { post } from "../../src/check/requests.ts";
import type { Exchange, Transcript } from "../../src/check/transcript.ts";
import { drawScene } from "../../src/drawing/scene-diagram.ts";
import { widthOf } from "../../src/drawing/text.ts";
import { tokenNames } from "../../src/drawing/token-names.ts";
import { canvas, transcript } from "./samples.ts";

const token = (letter: string) => letter.repeat(43);

function exchange(
  actor: string,
  label: string,
  path: string,
  sent: unknown,
  status: number,
  body: unknown,
): Exchange {
  const answer = {
    status,
    headers: { "content-type": "application/json" },
    setCookies: [],
    body: JSON.stringify(body),
    truncated: false,
  };
  return {
    actor,
    label,
    scenario: "the replayer",
    world: "moving",
    request: post(path, sent),
    response: answer,
    error: null,
    hang: null,
    blockedAt: null,
    late: null,
    ms: 1,
    store: { kind: "absent" },
    stored: null,
    changedLate: false,
    holders: [],
    events: [],
    ended: false,
  };
}

const replayed: Transcript = {
  ...transcript([
    {
      ...exchange("grace", "login-grace", "/login", {}, 200, { refreshToken: token("g") }),
      scenario: "sessions",
    },
    exchange("ada", "login", "/login", { username: "ada" }, 200, {
      accessToken: "x",
      refreshToken: token("a"),
    }),
    exchange("ada", "renew", "/token", { refreshToken: token("a") }, 200, { refreshToken: token("b") }),
    exchange("mallory", "replay", "/token", { refreshToken: token("a") }, 200, { refreshToken: token("c") }),
    exchange("ada", "after", "/token", { refreshToken: token("b") }, 403, {}),
  ]),
  moves: [
    { before: 3, world: "moving", kind: "clock", by: 32 * 24 * 60 * 60_000 },
    { before: 3, world: "failing", kind: "cut" },
  ],
};

const check = {
  id: "old-refused",
  title: "An old token is refused",
  exchange: "replay",
  judge: () => passed,
};
const fallen: CheckResult[] = [{ check, finding: failed("400, 401 or 403", `200 with ${token("c")}`) }];

test("a failure draws its scenario alone, up to the answer that shows it, with a lane for each person", () => {
  const lines = drawScene(replayed, fallen, canvas(80)).split("\n");
  expect(lines[0]).toMatch(/^ada {2}mallory \(thief\) +server$/);
  const drawn = lines.join("\n");
  expect(drawn).not.toContain("grace");
  expect(drawn).toContain("├─────── POST /token A1 ");
  expect(drawn).toContain("│    ├── POST /token A1 ");
  expect(drawn).toMatch(/32 days later/);
  expect(drawn).not.toContain("power");
  expect(drawn).toMatch(/✗ 200 ─/);
  expect(drawn).toContain("received: 200 with M1");
  expect(drawn).not.toContain("403 {}");
});

test("a pass draws the scenario that the last check looks at, to its end", () => {
  const drawn = drawScene(replayed, [{ check, finding: passed }], canvas(80));
  expect(drawn).toContain("403 {}");
  expect(drawn).not.toContain("✗");
});

test.for([40, 60, 80, 120, 200])(
  "every line fits %i columns, and the lifelines stand below each other",
  (width) => {
    for (const unicode of [true, false]) {
      const drawn = drawScene(replayed, fallen, canvas(width, { unicode })).trimEnd().split("\n");
      for (const line of drawn) expect(widthOf(line)).toBeLessThanOrEqual(width);
      const server = drawn.filter((line) => /[│┤|]$/.test(line)).map(widthOf);
      expect(new Set(server).size).toBe(1);
    }
  },
);

test("narrow lanes are named by initials, which are explained above", () => {
  expect(drawScene(replayed, fallen, canvas(40))).toMatch(
    /^A ada, M! mallory, the thief\n\nA {2}M! +server\n/,
  );
});

test("requests that are sent ten times at once are drawn once", () => {
  const race = Array.from({ length: 10 }, (_, at) =>
    exchange("ada", `race-${at}`, "/token", { refreshToken: token("a") }, 200, {
      refreshToken: token(String(at)),
    }),
  );
  const drawn = drawScene(
    transcript(race),
    [{ check: { ...check, exchange: "race-0" }, finding: passed }],
    canvas(80),
  );
  expect(drawn).toContain("(10 times)");
});

test("a token has one name wherever it stands, also where a text was cut off in it", () => {
  const name = tokenNames(replayed.exchanges);
  expect(name(`{"refreshToken":"${token("b")}"}`)).toBe('{"refreshToken":"A2"}');
  expect(name(`received ${token("g").slice(0, 20)}…`)).toBe("received G1…");
  expect(name(token("z"))).toBe("zzzzzzzz...");
  expect(name("refresh123")).toBe("refresh123");
});
