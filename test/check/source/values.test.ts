import { expect, test } from "vitest";
import { within } from "../../../src/check/source/making.ts";
import { parseFile } from "../../../src/check/source/source.ts";
import { nameOf } from "../../../src/check/source/syntax.ts";
import { numberOf } from "../../../src/check/source/values.ts";

test("a number is worked out from literals, arithmetic and constants", () => {
  const text = "const DAY = 24 * 60 * 60 * 1000; const life = { maxAge: 30 * (DAY as number) };";
  const source = { files: [parseFile("/app.ts", text)] };
  const [value] = within(
    source.files.flatMap(({ path, ast }) => (ast ? [{ file: path, node: ast }] : [])),
    (node, ancestors) =>
      node.type === "BinaryExpression" && nameOf(Reflect.get(ancestors.at(-1) ?? {}, "key")) === "maxAge",
  );
  expect(value && numberOf(source, value.node)).toBe(2_592_000_000);
});
