import { expect, test } from "vitest";
import { onceForSource } from "../../../src/check/source/found.ts";
import { functionsNamed } from "../../../src/check/source/calls.ts";
import { parseFile } from "../../../src/check/source/source.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";

const sourceOf = (text: string) => ({ files: [parseFile("/app.js", text)] });

test("what is known of a source is worked out once for it, and anew for another", () => {
  let worked = 0;
  const countFiles = onceForSource(({ files }) => files.length + 10 * ++worked);
  const [one, other] = [sourceOf("let a;"), sourceOf("let b;")];
  expect([countFiles(one), countFiles(one), countFiles(other)]).toEqual([11, 11, 21]);
});

test("a name is not looked for again in the whole source", () => {
  const source = sourceOf("function save() {}\nconst list = [];\nclass A { save() {} }");
  expect(functionsNamed(source, "save").map(({ node }) => node.loc?.start.line)).toEqual([1, 3]);
  expect(functionsNamed(source, "save")).toBe(functionsNamed(source, "save"));
  expect(declarationsOf(source, "list")).toBe(declarationsOf(source, "list"));
  expect(functionsNamed(source, "constructor")).toEqual([]);
});
