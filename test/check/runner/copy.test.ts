/** What a copy of a program holds, what it does not, and what becomes of it. */

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { shipped } from "../../../src/base/package.ts";
import { copyProgram } from "../../../src/check/runner/copy.ts";
import { readOriginal } from "../../../src/check/runner/original.ts";
import type { Original } from "../../../src/check/runner/original.ts";
import { emptyFolder } from "../../commands/program.ts";
import { PATIENCE } from "../../patience.ts";

const windows = process.platform === "win32";
const isRoot = process.getuid?.() === 0;

/** Writes files (their paths relative to a folder) and returns the folder. */
function filled(files: Record<string, string>, folder = emptyFolder()): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function originalOf(entry: string, startedIn = dirname(entry)): Original {
  const original = readOriginal(entry, startedIn);
  if ("notCopied" in original) throw new Error(original.notCopied);
  return original;
}

async function copyOf(entry: string, startedIn?: string) {
  const copy = await copyProgram(originalOf(entry, startedIn));
  if ("notCopied" in copy) throw new Error(copy.notCopied);
  onTestFinished(() => copy.remove());
  return copy;
}

/** A home folder inside a temporary one, for this test. */
function homeIn(folder: string): string {
  mkdirSync(join(folder, "home"));
  vi.stubEnv("HOME", join(folder, "home"));
  vi.stubEnv("USERPROFILE", join(folder, "home"));
  onTestFinished(() => void vi.unstubAllEnvs());
  return join(folder, "home");
}

const project = '{ "name": "app" }';

describe("the folder that is copied", () => {
  test("is the nearest with a package.json that has a name", () => {
    const folder = filled({
      "package.json": project,
      "src/package.json": '{ "type": "module" }',
      "src/deep/app.js": "",
      "lib/help.js": "",
    });
    expect(originalOf(join(folder, "src/deep/app.js")).root).toBe(folder);
  });

  test("is a workspace for a step in it", () => {
    const root = filled({
      "package.json": project,
      "steps/package.json": '{ "private": true }',
      "steps/5-random.js": "",
      ".refresh-tutor/progress.json": "{}",
    });
    const original = originalOf(join(root, "steps/5-random.js"));
    expect(original.root).toBe(root);
    expect(original.files.map(({ path }) => path)).not.toContain(join(root, ".refresh-tutor/progress.json"));
  });

  test("without a package.json is the file's own, or the one where it is started above that", () => {
    const folder = filled({ "server/app.js": "", "data.json": "" });
    const entry = join(folder, "server/app.js");
    expect(originalOf(entry).root).toBe(join(folder, "server"));
    expect(originalOf(entry, emptyFolder()).root).toBe(join(folder, "server"));
    expect(originalOf(entry, folder)).toMatchObject({ root: folder, workingFolder: folder });
  });

  test("is never the home folder, one above it, or the one of temporary files", () => {
    const folder = emptyFolder();
    const home = homeIn(folder);
    filled({ "package.json": project, "app.js": "", "code/app.js": "" }, home);
    filled({ "package.json": project, "app.js": "" }, folder);
    expect(readOriginal(join(home, "app.js"), home)).toEqual({ notCopied: "too-wide" });
    expect(readOriginal(join(folder, "app.js"), folder)).toEqual({ notCopied: "too-wide" });
    expect(originalOf(join(home, "code/app.js"), home).root).toBe(join(home, "code"));
    const inTemporary = join(realpathSync(tmpdir()), `refresh-tutor-test-${process.pid}.js`);
    writeFileSync(inTemporary, "");
    onTestFinished(() => rmSync(inTemporary));
    expect(readOriginal(inTemporary, "/")).toEqual({ notCopied: "too-wide" });
  });

  test("is not copied where it holds more than 5,000 files or 50 MB", () => {
    const folder = filled({ "package.json": project, "app.js": "" });
    for (let count = 0; count < 5_000; count++) writeFileSync(join(folder, `${count}`), "");
    expect(readOriginal(join(folder, "app.js"), folder)).toEqual({ notCopied: "too-large" });
    const heavy = filled({ "package.json": project, "app.js": "", "film.bin": "" });
    truncateSync(join(heavy, "film.bin"), 51 * 1024 * 1024);
    expect(readOriginal(join(heavy, "app.js"), heavy)).toEqual({ notCopied: "too-large" });
  });

  test("may have as much as it likes in node_modules and .git", () => {
    const folder = filled({ "package.json": project, "app.js": "", "node_modules/x/a": "", ".git/a": "" });
    for (const path of ["node_modules/x/a", ".git/a"]) truncateSync(join(folder, path), 60 * 1024 * 1024);
    expect(originalOf(join(folder, "app.js")).files).toHaveLength(2);
  });

  test("is not copied for a file that lies where nothing is copied, or is none", () => {
    const folder = filled({ "package.json": project, ".git/hooks/app.js": "" });
    expect(readOriginal(join(folder, ".git/hooks/app.js"), folder)).toEqual({ notCopied: "unreadable" });
    expect(readOriginal(join(folder, "gone.js"), folder)).toEqual({ notCopied: "unreadable" });
    expect(readOriginal(join(folder, "no/such/app.js"), folder)).toEqual({ notCopied: "unreadable" });
  });
});

describe("a copy", () => {
  test("holds sources and data, runs, and finds its packages and what is above it", async () => {
    const folder = filled({
      "node_modules/above/index.js": "module.exports = 'above';",
      "package.json": '{ "type": "module" }',
      "app/package.json": '{ "name": "app", "type": "commonjs" }',
      "app/node_modules/near/index.js": "module.exports = 'near';",
      "app/lib/help.js": "module.exports = 'help';",
      "app/data/users.json": '["ada"]',
      "app/.env": "A=1",
      "app/src/server.js": `console.log(require("near"), require("above"), require("../lib/help"),
        require("../data/users.json")[0], require("fs").readFileSync(".env", "utf8"), __filename);`,
    });
    const entry = join(folder, "app/src/server.js");
    const copy = await copyOf(entry, join(folder, "app"));
    const options = { cwd: copy.workingFolder, encoding: "utf8" } as const;
    const printed = execFileSync(process.execPath, [copy.entry], options);
    expect(printed.trim()).toBe(`near above help ada A=1 ${copy.entry}`);
    expect(copy.inOriginal(printed).trim()).toBe(`near above help ada A=1 ${entry}`);
    expect(copy.leftOut).toEqual([]);
  });

  test("keeps the kind of modules that a package.json above it gives", async () => {
    const folder = emptyFolder();
    const home = homeIn(folder);
    filled(
      { "package.json": '{ "name": "home", "type": "module" }', "app/server.js": "export const a = 1;" },
      home,
    );
    const copy = await copyOf(join(home, "app/server.js"));
    execFileSync(process.execPath, ["--no-experimental-detect-module", copy.entry]);
  });

  test("runs where the tutor was started, or in the program's folder", async () => {
    const folder = filled({ "package.json": project, "steps/app.js": "" });
    const entry = join(folder, "steps/app.js");
    const inSteps = await copyOf(entry, join(folder, "steps"));
    expect(inSteps.inOriginal(inSteps.workingFolder)).toBe(join(folder, "steps"));
    for (const startedIn of [folder, dirname(folder), join(folder, "gone"), emptyFolder()]) {
      const copy = await copyOf(entry, startedIn);
      expect(copy.inOriginal(copy.workingFolder)).toBe(folder);
    }
  });

  test("lets no two worlds meet, nor the learner's own files", async () => {
    const folder = filled({ "package.json": project, "app.js": "", "store.json": "[]" });
    const original = originalOf(join(folder, "app.js"));
    const copies = await Promise.all([1, 2, 3].map(() => copyOf(original.entry)));
    copies.forEach((copy, at) => writeFileSync(copy.inCopy(join(folder, "store.json")), `[${at}]`));
    const stores = copies.map((copy) => readFileSync(join(dirname(copy.entry), "store.json"), "utf8"));
    expect(stores).toEqual(["[0]", "[1]", "[2]"]);
    expect(readFileSync(join(folder, "store.json"), "utf8")).toBe("[]");
  });

  test("is taken for names in all scripts", async () => {
    const names = ["例え 🔑/مثال.js", "пример/é\u0301.js", "per%20cent#?&/a b.js", "$&/$1.js"];
    const files = Object.fromEntries(names.map((name) => [name, "throw new Error('here')"]));
    const folder = filled({ "package.json": project, ...files });
    for (const name of names) {
      const entry = join(folder, name);
      const copy = await copyOf(entry);
      expect(readFileSync(copy.entry, "utf8")).toBe("throw new Error('here')");
      expect(copy.inOriginal(copy.entry)).toBe(entry);
      expect(copy.inCopy(entry)).toBe(copy.entry);
      const url = pathToFileURL(copy.entry).href;
      expect(copy.inOriginal(`at ${url}:1:7`)).toBe(`at ${pathToFileURL(entry).href}:1:7`);
    }
  });

  test("leaves a text without its paths as it is, and paths outside of it", async () => {
    const folder = filled({ "package.json": project, "app.js": "" });
    const copy = await copyOf(join(folder, "app.js"));
    const text = `at ${folder}/app.js:1:1\n/etc/passwd file:///x.js $& \\ ""`;
    expect(copy.inOriginal(text)).toBe(text);
    expect(copy.inCopy("/etc/passwd")).toBe("/etc/passwd");
    expect(copy.inCopy(`${folder}-other/app.js`)).toBe(`${folder}-other/app.js`);
  });

  test.skipIf(windows)(
    "keeps links inside, and leaves out those that lead out, in a circle or not",
    async () => {
      const outside = filled({ "secret.txt": "secret" });
      const folder = filled({ "package.json": project, "app.js": "", "lib/help.js": "help" });
      symlinkSync("lib", join(folder, "relative"));
      symlinkSync(join(folder, "lib/help.js"), join(folder, "absolute.js"));
      symlinkSync("..", join(folder, "lib/up"));
      symlinkSync("circle", join(folder, "circle"));
      symlinkSync("nowhere", join(folder, "broken"));
      symlinkSync(outside, join(folder, "out"));
      symlinkSync(join(outside, "secret.txt"), join(folder, "out.txt"));
      symlinkSync("/", join(folder, "root"));
      symlinkSync("../..", join(folder, "lib/above"));
      symlinkSync("out/secret.txt", join(folder, "through"));
      const copy = await copyOf(join(folder, "app.js"));
      const root = dirname(copy.entry);
      expect(readFileSync(join(root, "relative/help.js"), "utf8")).toBe("help");
      expect(realpathSync(join(root, "absolute.js"))).toBe(join(root, "lib/help.js"));
      expect(realpathSync(join(root, "lib/up"))).toBe(root);
      expect(readlinkSync(join(root, "circle"))).toBe("circle");
      expect(copy.leftOut.toSorted()).toEqual(["lib/above", "out", "out.txt", "root", "through"]);
      for (const name of copy.leftOut)
        expect(lstatSync(join(root, name), { throwIfNoEntry: false })).toBeUndefined();
    },
  );

  test.skipIf(windows)("leaves out pipes, and does not wait for them", async () => {
    const folder = filled({ "package.json": project, "app.js": "" });
    execFileSync("mkfifo", [join(folder, "pipe")]);
    const copy = await copyOf(join(folder, "app.js"));
    expect(copy.leftOut).toEqual(["pipe"]);
    execFileSync("mkfifo", [join(dirname(copy.entry), "another")]);
    expect(await copy.written()).toEqual([]);
  });

  test.skipIf(windows || isRoot)("leaves out what cannot be read", async () => {
    const folder = filled({ "package.json": project, "app.js": "", "secret.txt": "", "closed/a.txt": "" });
    chmodSync(join(folder, "secret.txt"), 0);
    chmodSync(join(folder, "closed"), 0);
    onTestFinished(() => chmodSync(join(folder, "closed"), 0o700));
    const copy = await copyOf(join(folder, "app.js"));
    expect(copy.leftOut.toSorted()).toEqual(["closed", "secret.txt"]);
    chmodSync(join(folder, "app.js"), 0);
    expect(await copyProgram(originalOf(join(folder, "app.js")))).toEqual({ notCopied: "unreadable" });
  });

  test("is none where nothing can be written, and nothing is left of it", async () => {
    const folder = filled({ "package.json": project, "app.js": "" });
    const original = originalOf(join(folder, "app.js"));
    vi.stubEnv("TMPDIR", join(folder, "gone"));
    vi.stubEnv("TEMP", join(folder, "gone"));
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await copyProgram(original)).toEqual({ notCopied: "no-room" });
  });
});

describe("what the app has written", () => {
  test("is told with its bytes, and nothing else is", async () => {
    const folder = filled({ "package.json": project, "app.js": "", "store.json": "[1]", "kept.json": "[]" });
    // The learner's file is older than the check: the time of a change tells it from a copy of the same size.
    utimesSync(join(folder, "store.json"), 0, 0);
    const copy = await copyOf(join(folder, "app.js"));
    expect(await copy.written()).toEqual([]);
    const root = dirname(copy.entry);
    writeFileSync(join(root, "store.json"), "[2]");
    filled({ "data/new.bin": "\0\x01", "above.txt": "" }, root);
    writeFileSync(join(root, "..", "beside.txt"), "beside");
    const written = await copy.written();
    expect(
      written.map(({ path, size, wasThere, content }) => [path, size, wasThere, content.toString()]),
    ).toEqual(
      [
        [join(folder, "..", "beside.txt"), 6, false, "beside"],
        [join(folder, "above.txt"), 0, false, ""],
        [join(folder, "data", "new.bin"), 2, false, "\0\x01"],
        [join(folder, "store.json"), 3, true, "[2]"],
      ].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
    for (const { mtimeMs } of written) expect(mtimeMs).toBeGreaterThan(0);
  });

  test("is bounded, and follows no link", async () => {
    const folder = filled({ "package.json": project, "app.js": "" });
    const copy = await copyOf(join(folder, "app.js"));
    const root = dirname(copy.entry);
    for (let count = 0; count < 12; count++) {
      writeFileSync(join(root, `large-${count}`), "");
      truncateSync(join(root, `large-${count}`), 3 * 1024 * 1024);
    }
    if (!windows) symlinkSync("/", join(root, "root"));
    const written = await copy.written();
    expect(written).toHaveLength(12);
    const read = written.map(({ content }) => content.length);
    expect(Math.max(...read)).toBe(1024 * 1024);
    expect(read.reduce((sum, length) => sum + length)).toBe(8 * 1024 * 1024);
  });
});

describe("nothing is left", () => {
  test.skipIf(windows)("when a copy is removed, whatever the app did to it", async () => {
    const folder = filled({ "package.json": project, "app.js": "" });
    const outside = filled({ "node_modules/x/index.js": "" }, folder);
    const copy = await copyOf(join(folder, "app.js"));
    const root = dirname(copy.entry);
    filled({ "locked/a/b.txt": "" }, root);
    chmodSync(join(root, "locked/a"), 0);
    chmodSync(join(root, "locked"), 0);
    symlinkSync(outside, join(root, "out"));
    await copy.remove();
    await copy.remove();
    expect(existsSync(root)).toBe(false);
    expect(existsSync(join(outside, "node_modules/x/index.js"))).toBe(true);
    expect(await copy.written()).toEqual([]);
  });

  /** Starts a process that makes a copy; its folder of temporary files is `temporary`. */
  async function copier(how: string) {
    const folder = filled({ "package.json": project, "app.js": "" });
    const temporary = emptyFolder();
    const outfile = join(emptyFolder(), "copier.mjs");
    const entryPoints = [shipped("test/check/runner/copier.ts")];
    await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", target: "node20.19" });
    const begin = async (word: string) => {
      const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
      const child = spawn(process.execPath, [outfile, join(folder, "app.js"), word], { env, stdio: "pipe" });
      onTestFinished(() => void child.kill("SIGKILL"));
      const ended = once(child, "close");
      const [line] = await once(createInterface(child.stdout), "line");
      return { child, ended, entry: String(line) };
    };
    return { ...(await begin(how)), temporary, begin };
  }

  test("when the tutor ends", async () => {
    const { ended, temporary } = await copier("ends");
    await ended;
    expect(readdirSync(temporary)).toEqual([]);
  });

  test.skipIf(process.platform !== "linux")("when the tutor is killed", async () => {
    const { child, ended, entry, temporary } = await copier("watched");
    expect(existsSync(entry)).toBe(true);
    child.kill("SIGKILL");
    await ended;
    await vi.waitFor(() => expect(readdirSync(temporary)).toEqual([]), { timeout: PATIENCE });
  });

  test("at the next start after it was killed, and what another one uses stays", async () => {
    const killed = await copier("");
    const living = await killed.begin("");
    killed.child.kill("SIGKILL");
    await killed.ended;
    expect(existsSync(killed.entry)).toBe(true);
    const next = await killed.begin("");
    await vi.waitFor(() => expect(readdirSync(killed.temporary)).toHaveLength(2), { timeout: PATIENCE });
    expect([existsSync(killed.entry), existsSync(living.entry), existsSync(next.entry)]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
