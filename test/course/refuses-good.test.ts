import { describe, expect, test } from "vitest";
import { parseFile } from "../../src/check/source/source.ts";
import { placeOfFound } from "../../src/check/source/found.ts";
import { refusesGood } from "../../src/course/refuses-good.ts";

/** The line that refuses what is good, in a POST /token whose last refusal is the one that was sent; null: none is found. */
function lineOf(lines: readonly string[]): number | null {
  const text = ['app.post("/token", (req, res) => {', ...lines, "  res.json(renewed);", "});"].join("\n");
  const at = lines.findLastIndex((line) => line.includes("403"));
  const column = (lines[at] ?? "").indexOf("res.") + 1;
  const source = { files: [parseFile("/app.js", text)] };
  const found = refusesGood(source, "POST", "/token", { file: "/app.js", line: at + 2, column });
  return found && placeOfFound(found).line;
}

const REFUSE = "return res.sendStatus(403);";
const LOOKUP = "  const row = rows.find((one) => one.hash === hash);";

describe("a condition that is true of a good token refuses what is good", () => {
  test.each([
    ["turned round as a whole", `  if (!(!row || row.ends < Date.now())) ${REFUSE}`],
    ["an end that is still to come", `  if (!row || row.ends > Date.now()) ${REFUSE}`],
    ["an age that is small enough", `  if (Date.now() - row.createdAt < LIFE) ${REFUSE}`],
    ["the newest of its login", `  if (row.latest === hash) ${REFUSE}`],
    ["a record that is there", `  if (row) ${REFUSE}`],
    ["a record that is not undefined", `  if (row !== undefined) ${REFUSE}`],
    ["a token that was not used", `  if (!row.used) ${REFUSE}`],
  ])("%s", (_, condition) => {
    expect(lineOf([LOOKUP, condition])).toBe(3);
  });

  test("and so does a lookup of all the others", () => {
    const lookup = "  const row = rows.find((one) => one.hash !== hash);";
    expect(lineOf([lookup, `  if (!row) ${REFUSE}`])).toBe(2);
  });
});

describe("a condition that is true of a bad token is right", () => {
  test.each([
    ["nothing was found", `  if (!row) ${REFUSE}`],
    ["it has ended", `  if (!row || row.ends <= Date.now()) ${REFUSE}`],
    ["it is too old", `  if (Date.now() - row.createdAt > LIFE) ${REFUSE}`],
    ["an older one of its login", `  if (row.latest !== hash) ${REFUSE}`],
    ["it was used", `  if (row.used) ${REFUSE}`],
    ["an old one came back", `  if (row.previousHash === hash) ${REFUSE}`],
    ["the person is blocked for a while", `  if (row.blockedUntil > Date.now()) ${REFUSE}`],
    ["it was ended", `  if (row.revokedAt !== null) ${REFUSE}`],
  ])("%s", (_, condition) => {
    expect(lineOf([LOOKUP, condition])).toBeNull();
  });
});
