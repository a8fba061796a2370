/** The house: rooms lie above each other, an import goes down or stays in its room, and every file says what it is. */

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

/** Where a file's path begins, the lowest room first. Of several beginnings the longest counts. */
const ROOMS = [
  "src/base/",
  // The words in which all others speak of a check: transcript, scenario, requests.
  "src/check/",
  "src/check/runner/",
  "src/check/source/",
  "src/check/judge/",
  "src/check/diagnosis/",
  "src/check/step.ts",
  "src/check/checker/",
  "src/check/verdict/",
  "src/check/check-file.ts",
  "src/course/",
  "steps/",
  "src/drawing/",
  "src/workspace/",
  "src/quiz/",
  "src/watching/",
  "src/serving/",
  "src/session/",
  "src/grading/",
  "src/commands/",
  "src/cli.ts",
  "src/main.ts",
];

const root = join(import.meta.dirname, "..");

function filesIn(folder: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  const files = names.map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
  return files.filter((file) => file.endsWith(".ts") && !file.endsWith("/starter.ts"));
}

const texts = new Map(
  [...filesIn("src"), ...filesIn("steps")].map((file) => [file, readFileSync(join(root, file), "utf8")]),
);

/** What a file imports, types and what is loaded later included. */
const imports = new Map(
  [...texts].map(([file, text]) => {
    const specifiers = [...text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)].map(([, path = ""]) => path);
    const files = specifiers.map((path) =>
      relative(root, join(root, file, "..", path)).replaceAll("\\", "/"),
    );
    return [file, files.filter((each) => texts.has(each))];
  }),
);

/** The floor that a file is on, counted from 0; -1 where it is in no room. */
function floorOf(file: string): number {
  const beginnings = ROOMS.filter((room) => file.startsWith(room));
  const longest = beginnings.toSorted((a, b) => b.length - a.length)[0];
  return longest === undefined ? -1 : ROOMS.indexOf(longest);
}

test("every file is in a room", () => {
  expect([...texts.keys()].filter((file) => floorOf(file) < 0)).toEqual([]);
});

test("no import goes up to a higher room", () => {
  const up = [...imports].flatMap(([file, all]) =>
    all.filter((each) => floorOf(each) > floorOf(file)).map((each) => `${file} imports ${each}`),
  );
  expect(up).toEqual([]);
});

test("no file imports itself by way of others", () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" -> "));
    if (done.has(file) || way.includes(file)) return;
    for (const each of imports.get(file) ?? []) visit(each, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

test("every file begins with a comment that says what it is", () => {
  const silent = [...texts].filter(([, text]) => !text.startsWith("/**")).map(([file]) => file);
  expect(silent).toEqual([]);
});

/** Words that readers who are not native speakers stumble over; "for" where it means because. */
const STUMBLING =
  /[,:;] for (?:it|they|he|she|there|this|that|nobody) (?:is|are|was|were|has|have|can|does|will)\b|\banew\b|\bany more\b|\bfor ever\b|[Ss]ee to it/;

test("what learners read in lessons, hints and rules is plain English", () => {
  const markdown = ["src/course", "steps"].flatMap((folder) => {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
    return names.filter((name) => name.endsWith(".md")).map((name) => `${folder}/${name}`);
  });
  const rules = [...texts.keys()].filter((file) => /^(src\/check\/diagnosis|src\/course|steps)\//.test(file));
  const isComment = (line: string) => /^\s*(?:\/\/|\/?\*)/.test(line);
  const stumbling = [...markdown, ...rules].flatMap((file) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .filter((line) => !isComment(line) && STUMBLING.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  // The words of the client, in which it says what happened.
  expect(stumbling.filter((line) => !line.includes('"nothing listens any more"'))).toEqual([]);
});

/** In ms, as vitest.config.ts says. */
const LIMIT_OF_ALL = 5 * 60_000;

test("no test has a limit that is shorter than the one of all: on a busy machine it would end what is only slow", () => {
  const tests = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".test.ts"),
  );
  const limits = tests.flatMap((name) =>
    [
      ...readFileSync(join(root, "test", name), "utf8").matchAll(/(?:^ {0,2}\}, |\btimeout: )([\d_]+)\b/gm),
    ].map(([, number = ""]) => ({ name, limit: Number(number.replaceAll("_", "")) })),
  );
  expect(limits.filter(({ limit }) => limit < LIMIT_OF_ALL)).toEqual([]);
});
