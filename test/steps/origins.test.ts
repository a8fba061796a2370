/** The origins that step 12 tries: of a program that speaks of them, those that look like the ones it names. */

import { describe, expect, it } from "vitest";
import { originsToTry } from "../../steps/12-cookie/origins.ts";

describe("the origins to try", () => {
  it("is one where the program says nothing of origins", () => {
    expect(originsToTry('console.log("http://localhost:3000")')).toEqual(["https://evil.example"]);
  });

  it.each([
    ["a string", 'origin.startsWith("https://shop.example.com")'],
    ["a comment", "// our origin is https://shop.example.com\ncors()"],
    ["a regular expression", "/^https:\\/\\/shop\\.example\\.com/.test(origin)"],
    [
      "a regular expression with a part that may be left out",
      "/^https:\\/\\/(\\w+\\.)?shop\\.example\\.com/.test(origin)",
    ],
    ["a list", 'const origins = ["https://shop.example.com"];'],
    ["a host alone", 'origin.endsWith("shop.example.com")'],
  ])("are lookalikes of what stands in %s", (_where, source) => {
    expect(originsToTry(source)).toEqual([
      "https://evil.example",
      "null",
      "https://shop.example.com.evil.example",
      "https://evilshop.example.com",
    ]);
  });

  it("are those for which the regular expressions of a list stand", () => {
    expect(originsToTry("origin", ["^https:\\/\\/shop\\.example", "^[\\w-]+\\.[\\w-]+$"])).toEqual([
      "https://evil.example",
      "null",
      "https://shop.example.evil.example",
      "https://evilshop.example",
    ]);
  });

  it("takes no file for a host", () => {
    expect(originsToTry('origin; readFileSync("sessions.json")')).toEqual(["https://evil.example", "null"]);
  });
});
