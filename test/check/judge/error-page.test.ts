import { describe, expect, test } from "vitest";
import { inShort } from "../../../src/check/judge/error-page.ts";

describe("an error page of Express", () => {
  test("is told by what it says, without markup and stack", () => {
    const page =
      '<!DOCTYPE html>\n<html lang="en">\n<head><title>Error</title></head>\n<body>\n' +
      "<pre>TypeError: a &lt; b &amp; &quot;c&quot;<br> &nbsp; &nbsp;at /home/ada/app.js:3:4</pre>\n</body>\n</html>\n";
    expect(inShort(page).trim()).toBe('an error page: TypeError: a < b & "c"');
  });

  test("is told apart from any other text", () => {
    expect(inShort('{"error":"Forbidden"}')).toBe('{"error":"Forbidden"}');
  });
});
