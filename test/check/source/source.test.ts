import { expect, it } from "vitest";
import { placeOfField, placeOfFieldsVariable, placeOfLiteral } from "../../../src/check/source/landmarks.ts";
import { parseFile } from "../../../src/check/source/source.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";

it("says why a file cannot be read, and where", () => {
  expect(parseFile("/app.js", "const a = 1;\nconst a = 2;\n")).toMatchObject({
    ast: null,
    error: { line: 2, column: 7, message: "Identifier 'a' has already been declared" },
  });
});

it("reads modules, scripts and TypeScript", () => {
  expect(parseFile("/app.js", `import a from "a"; await a();`).error).toBeNull();
  expect(parseFile("/app.js", "with (a) b();").error).toBeNull();
  expect(parseFile("/app.ts", "const tokens: string[] = []; enum A { B }").error).toBeNull();
  expect(parseFile("/app.js", "const tokens: string[] = [];").error).toMatchObject({ line: 1 });
});

it("keeps lines where a byte order mark stands first", () => {
  expect(parseFile("/app.js", "\uFEFFa();\nlet 1;").error).toMatchObject({ line: 2 });
});

it("tells variables inside functions from those outside, and const from let", () => {
  const files = [parseFile("/app.js", "const list = [];\nfunction f() { let list = []; }")];
  expect(declarationsOf({ files }, "list")).toMatchObject([
    { local: false, constant: true },
    { local: true, constant: false },
  ]);
});

it("points only at what stands in one place", () => {
  const text = `const SECRET = "abc";\nres.json({ token: SECRET, twice: 1 });\nres.json({ twice: "x", other: "x" });`;
  const source = { files: [parseFile("/app.js", text)] };
  expect(placeOfLiteral(source, "abc")).toMatchObject({ line: 1 });
  expect(placeOfLiteral(source, "x")).toBeNull();
  expect(placeOfField(source, "token")).toMatchObject({ line: 2 });
  expect(placeOfField(source, "twice")).toBeNull();
  expect(placeOfFieldsVariable(source, "token")).toMatchObject({ line: 1 });
});
