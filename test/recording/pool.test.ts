import { describe, expect, test } from "vitest";
import { fc } from "../property.ts";
import { pack, unpack } from "./pool.ts";

const exchange = { method: "POST", path: "/token", headers: { "content-type": "application/json" } };

describe("a packed file", () => {
  test("gives back what was packed, whatever it is", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (values) => {
        const plain: unknown = JSON.parse(JSON.stringify({ one: values, other: values }));
        expect(unpack(pack({ one: values, other: values }))).toEqual(plain);
      }),
    );
  });

  test("holds what comes again once", () => {
    const text = pack({ first: { sent: [exchange, exchange] }, second: { sent: [exchange] } });
    expect(text.match(/application\/json/g)).toHaveLength(1);
  });

  test("keeps the lines of the others when a value is added", () => {
    const linesOf = (values: Readonly<Record<string, unknown>>) =>
      pack(values)
        .split("\n")
        .map((line) => line.replace(/,$/, ""));
    const more = linesOf({ a: [1, exchange], b: { ...exchange, path: "/logout" }, c: exchange, d: exchange });
    const less = linesOf({ a: [1, exchange], c: exchange, d: exchange });
    expect(less.filter((line) => !more.includes(line))).toEqual([]);
  });
});
