/** Which files count as the program's, where it loads files by names that it puts together. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readSource } from "../../../src/check/source/source.ts";

/** The files of the program in a folder, relative to it, sorted; its first file is app.js. */
function filesRead(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), "loaded-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return readSource(join(folder, "app.js"))
    .files.map(({ path }) => relative(folder, path))
    .sort();
}

const routes = {
  "routes/login.js": "",
  "routes/token.mjs": "",
  "routes/notes.txt": "",
  "routes/deep/logout.js": "",
  "routes/node_modules/x/index.js": "",
  "other.js": "",
};
const ALL = ["app.js", "routes/deep/logout.js", "routes/login.js", "routes/token.mjs"];

it.each([
  [
    "a folder that is read",
    'for (const f of readdirSync("./routes")) require(join(__dirname, "routes", f));',
  ],
  [
    "a folder beside it",
    'const all = join(__dirname, "routes");\nreaddirSync(all).forEach((f) => require(join(all, f)));',
  ],
  ["a text that begins with a folder", "for (const name of names) app.use(require(`./routes/${name}`));"],
  [
    "an import() of such a text",
    'for (const name of names) app.use((await import("./routes/" + name)).default);',
  ],
])("reads the code in %s", (_, text) => {
  expect(filesRead({ ...routes, "app.js": text })).toEqual(ALL);
});

it("reads an index that loads what lies beside it", () => {
  const index = "readdirSync(__dirname).forEach((f) => require(join(__dirname, f)));";
  const files = { "app.js": 'require("./routes");', "routes/index.js": index, "routes/login.js": "" };
  expect(filesRead(files)).toEqual(["app.js", "routes/index.js", "routes/login.js"]);
});

it("leaves out programs that lie beside it, but for those that it names", () => {
  const text = 'for (const name of ["login", "token"]) app.use(require(`./${name}`));';
  const files = { "app.js": text, "login.js": "", "token.js": "", "3-token.js": "" };
  expect(filesRead(files)).toEqual(["app.js", "login.js", "token.js"]);
});

it("reads no folder that is only named", () => {
  const text = 'app.use(express.static(join(__dirname, "routes")));\nrequire("./other");';
  expect(filesRead({ ...routes, "app.js": text })).toEqual(["app.js", "other.js"]);
});
