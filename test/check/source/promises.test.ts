import { describe, expect, test } from "vitest";
import { placeOfFound, wholeOf } from "../../../src/check/source/found.ts";
import { promiseAskedAsTruth, promiseTakenForValue } from "../../../src/check/source/promises.ts";
import { parseFile } from "../../../src/check/source/source.ts";

const HEAD = "async function load(key) {}\nasync function handle(key) {\n";
const sourceOf = (body: string) => ({ files: [parseFile("/app.js", `${HEAD}${body}\n}`)] });

describe("a promise is taken for yes", () => {
  const lineOf = (body: string) => {
    const source = sourceOf(body);
    const found = promiseAskedAsTruth(source, wholeOf(source));
    return found && placeOfFound(found).line;
  };

  test.each([
    ["in a condition", "if (load(key)) end();"],
    ["with a not", "if (!load(key)) return;"],
    ["as one part of it", "if (!key || !load(key)) return;"],
    ["in a variable that says yes or no", "const good = key && load(key);"],
    ["before the question mark", "return load(key) ? 1 : 2;"],
  ])("%s", (_, body) => expect(lineOf(body)).toBe(3));

  test.each([
    ["one that is waited for", "if (await load(key)) end();"],
    ["one that is let go on purpose", "void load(key);"],
    ["one behind the question mark", "return key ? null : load(key);"],
    ["one that only runs in a branch", "if (key) load(key);"],
    ["one that is handed back", "return key && load(key);"],
  ])("but not %s", (_, body) => expect(lineOf(body)).toBeNull());
});

describe("a promise is taken for the value that comes of it", () => {
  const found = (body: string) => {
    const source = sourceOf(body);
    return promiseTakenForValue(source, wholeOf(source)) !== null;
  };

  test.each([
    ["where a member is asked of it", "const row = load(key);\nend(row.id);", true],
    ["not where it is waited for later", "const row = load(key);\nend((await row).id);", false],
    ["not where only then is asked of it", "const row = load(key);\nrow.then(end);", false],
    ["not where the member is of another variable", "const row = load(key);\ng((row) => row.id);", false],
  ])("%s", (_, body, taken) => expect(found(body)).toBe(taken));
});
