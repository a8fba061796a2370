/** What a workspace's package.json names, and the line that installs what an older one does not. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { installLine } from "../../src/workspace/libraries.ts";
import { freshWorkspace } from "../commands/program.ts";

for (const language of ["js", "ts"] as const) {
  test(`a new workspace (${language}) names every library and needs no line`, async () => {
    const { root } = await freshWorkspace("--lang", language);
    const text = readFileSync(join(root, "package.json"), "utf8");
    const { dependencies, devDependencies } = JSON.parse(text);
    expect(Object.keys(dependencies)).toEqual(["express", "jsonwebtoken", "jose", "cookie-parser"]);
    expect(Object.values(dependencies)).toEqual(
      dependencies && Array(4).fill(expect.stringMatching(/^\^\d/)),
    );
    const types = ["@types/express", "@types/jsonwebtoken", "@types/cookie-parser"];
    expect(Object.keys(devDependencies ?? {})).toEqual(language === "ts" ? types : []);
    expect(installLine(text, language)).toBeNull();
  });
}

test("a workspace of 0.1.0 is told what is missing, and the types with TypeScript", () => {
  const old = JSON.stringify({
    dependencies: { express: "^5.3.0" },
    devDependencies: { "@types/express": "^5" },
  });
  expect(installLine(old, "js")).toBe("npm install jsonwebtoken@9 jose@6 cookie-parser@1");
  expect(installLine(old, "ts")).toBe(
    "npm install jsonwebtoken@9 jose@6 cookie-parser@1 @types/jsonwebtoken@9 @types/cookie-parser@1",
  );
});

test("whatever kind of dependency it is, a named library is not missing", () => {
  const text = JSON.stringify({
    devDependencies: { express: "4" },
    peerDependencies: { jose: "*" },
    optionalDependencies: { jsonwebtoken: "*" },
  });
  expect(installLine(text, "js")).toBe("npm install cookie-parser@1");
});

test("an empty package.json lacks all four; what is no package.json gets no line", () => {
  expect(installLine(" { }\n", "js")).toBe("npm install express@5 jsonwebtoken@9 jose@6 cookie-parser@1");
  for (const text of ["", "{", "[]", "null", "7"]) expect(installLine(text, "js")).toBeNull();
  for (const odd of ['{"dependencies":null}', '{"dependencies":7}', '{"dependencies":["jose"]}'])
    expect(installLine(odd, "js")).toContain("express@5 jsonwebtoken@9 jose@6");
});
