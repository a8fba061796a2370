/** What is in the tarball: the files of `contents.txt`, and nothing that a user has not got loads at run time. `npm run record -- test/package/contents.test.ts` writes the list anew. */

import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { shipped } from "../../src/base/package.ts";

const run = promisify(execFile);
const list = join(import.meta.dirname, "contents.txt");

test("the tarball holds the files that the list names, and no other", async () => {
  const { stdout } = await run("npm", ["pack", "--dry-run", "--ignore-scripts", "--json"], {
    cwd: shipped(),
  });
  const [{ files }] = JSON.parse(stdout);
  const paths: string[] = files.map(({ path }: { path: string }) => path);
  const text = `${paths.toSorted().join("\n")}\n`;
  if (process.env["RECORD"]) writeFileSync(list, text);
  expect(text).toBe(readFileSync(list, "utf8"));
});

test("the built files load nothing but Node's own modules, each other and the dependencies of users", () => {
  const { dependencies } = JSON.parse(readFileSync(shipped("package.json"), "utf8"));
  const names = readdirSync(shipped("dist"), { recursive: true, encoding: "utf8" });
  const built = names.filter((name) => name.endsWith(".cjs"));
  const foreign = built.flatMap((name) => {
    const text = readFileSync(shipped("dist", name), "utf8");
    const loaded = [...text.matchAll(/\b(?:require|import)\("([^"./][^"]*)"\)/g)].map(
      ([, path = ""]) => path,
    );
    return loaded
      .filter((path) => !path.startsWith("node:") && !isBuiltin(path) && !(path in dependencies))
      .map((path) => `${name}: ${path}`);
  });
  expect(built).toContain("main.cjs");
  expect(foreign).toEqual([]);
});

test("the learners' libraries that come with the package need nothing that does not", () => {
  const folder = shipped("dist", "libraries");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(".js"));
  // A template engine is the learner's own, and what colours the output of "debug" may be missing.
  const optional = ["ejs", "supports-color"];
  const lost = files.flatMap((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const loaded = [...text.matchAll(/\brequire\(["']([^"'./][^"']*)["']\)/g)].map(([, path = ""]) => path);
    const resolve = createRequire(join(folder, name)).resolve;
    const isHere = (path: string) => isBuiltin(path) || resolve(path).startsWith(folder);
    return loaded
      .filter((path) => !optional.includes(path) && !isHere(path))
      .map((path) => `${name}: ${path}`);
  });
  expect(files.length).toBeGreaterThan(0);
  expect(lost).toEqual([]);
});
