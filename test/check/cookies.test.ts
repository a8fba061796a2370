/** What a browser keeps of a Set-Cookie line, and why it drops the rest. */

import { describe, expect, it } from "vitest";
import { isSentTo, keepCookies, readSetCookie } from "../../src/check/cookies.ts";

function fate(line: string): string {
  const read = readSetCookie(line, "/login", 0);
  return "dropped" in read ? read.dropped : "kept";
}

describe("a cookie", () => {
  it.each([
    ["t=1; Path=/; HttpOnly; Secure; SameSite=Strict", "kept"],
    ["__Host-t=1; Path=/; Secure", "kept"],
    ["__Host-t=1; Path=/", "a name that begins with __Host- needs Secure"],
    ["__Host-t=1; Path=/token; Secure", "a name that begins with __Host- needs Path=/"],
    [
      "__Host-t=1; Path=/; Secure; Domain=localhost",
      "a name that begins with __Host- must not come with a Domain",
    ],
    ["__Secure-t=1", "a name that begins with __Secure- needs Secure"],
    ["t=1; SameSite=None", "SameSite=None needs Secure"],
    ["t=1; Domain=example.com", "it is for example.com, and the answer came from another host"],
    [`t=${"a".repeat(4_095)}; Secure`, "kept"],
    [`t=${"a".repeat(4_096)}; Secure`, "its name and its value are longer than 4096 bytes together"],
    [`t=${"é".repeat(2_048)}; Secure`, "its name and its value are longer than 4096 bytes together"],
  ])("%.60s", (line, expected) => {
    expect(fate(line)).toBe(expected);
  });

  it("is another one at another path, and each is sent below its own", () => {
    const kept = keepCookies([], ["t=1; Path=/token", "t=2; Path=/logout"], "/login", 0);
    expect(kept.map(({ value }) => value)).toEqual(["1", "2"]);
    expect(kept.map((cookie) => isSentTo(cookie, "/token"))).toEqual([true, false]);
    expect(keepCookies(kept, ["t=; Path=/; Max-Age=0"], "/logout", 0)).toHaveLength(2);
    expect(keepCookies(kept, ["t=; Path=/token; Max-Age=0"], "/logout", 0)).toHaveLength(1);
  });
});
