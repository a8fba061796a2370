/** Where the length of a token's life is found in the source. */

import { expect, it } from "vitest";
import { parseFile } from "../../src/check/source/source.ts";
import { placeOfLifetime } from "../../src/course/written-lifetime.ts";

/** The line at which the refresh token's life is written, in a program of one file. */
function lineOf(text: string): number | undefined {
  return placeOfLifetime({ files: [parseFile("/app.js", text)] }, "refresh")?.line;
}

const login = (record: string) =>
  `app.post("/login", (req, res) => { store.set(token, ${record}); res.json({ refreshToken: token }); });\n`;

it("follows a length through the function that adds it to the time, to where its number is", () => {
  const fromNow =
    "const fromNow = (ms) => Date.now() + ms;\nconst config = {\n  refreshLifetime: weeks(14),\n};";
  expect(lineOf(login("{ expiresAt: fromNow(config.refreshLifetime) }") + fromNow)).toBe(4);
});

it("comes to an end where functions hand their parameter on to themselves, or to each other", () => {
  expect(lineOf(`${login("{}")}function grow(ms) { return grow(Date.now() + ms); }`)).toBe(2);
  const both = "function a(ms) { return b(Date.now() + ms); }\nfunction b(ms) { return a(ms); }";
  expect(lineOf(login("{}") + both)).toBeTypeOf("number");
});
