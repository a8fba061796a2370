/** Folders that cannot be copied whole, or had better not be: the verdict is right, and nothing is changed or left behind. */

import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { sample } from "../sample.ts";
import { filesBelow, place, run } from "./run.ts";

const right = readFileSync(shipped("solutions", "8-hash.js"), "utf8");
const saves = readFileSync(shipped("solutions", "11-restart.js"), "utf8");
const megabytes = (count: number) => count * 1024 * 1024;

/** A file that takes no room on the disk. */
function writeHole(path: string, size: number): void {
  writeFileSync(path, "");
  truncateSync(path, size);
}

/** What lies beside a program, by a word for it. */
const FOLDERS: Record<string, (folder: string) => void> = {
  "a file of 60 MB": (folder) => writeHole(join(folder, "film.bin"), megabytes(60)),
  "a thousand files of a MB": (folder) => {
    mkdirSync(join(folder, "pictures"));
    for (let i = 0; i < 1_000; i++) writeHole(join(folder, "pictures", `${i}.bin`), megabytes(1));
  },
  "6,000 files": (folder) => {
    for (let i = 0; i < 6_000; i++) writeFileSync(join(folder, `${i}.txt`), "");
  },
  "6,000 folders": (folder) => {
    for (let i = 0; i < 6_000; i++) mkdirSync(join(folder, `folder-${i}`));
  },
};

describe.concurrent("what is too large for a copy", () => {
  for (const [title, fill] of sample(Object.entries(FOLDERS), 2, ([title]) => title)) {
    test(title, async ({ expect, onTestFinished }) => {
      const where = place({ onTestFinished });
      writeFileSync(join(where.folder, "app.js"), right);
      fill(where.folder);
      const before = filesBelow(where.folder);
      const { code, stdout, stderr, left } = await run(["check", "8", "--file", "app.js"], where);
      expect({ code, stderr, left }).toEqual({ code: 0, stderr: "", left: [] });
      expect(stdout).toMatch(/not in a copy,\s+because its folder holds more/);
      expect(filesBelow(where.folder)).toEqual(before);
      expect(filesBelow(where.temporary)).toEqual([]);
    });
  }
});

test("40 MB of data are copied for each world, and are as they were", async ({ expect, onTestFinished }) => {
  const where = place({ onTestFinished });
  writeFileSync(join(where.folder, "app.js"), saves);
  writeFileSync(join(where.folder, "logins.json"), `[]${" ".repeat(megabytes(20))}`);
  writeFileSync(join(where.folder, "data.txt"), "one line\n".repeat(megabytes(20) / 9));
  const before = [filesBelow(where.folder), readFileSync(join(where.folder, "logins.json"), "utf8")];
  const { code, stderr, left } = await run(["check", "11", "--file", "app.js"], where);
  expect({ code, stderr, left }).toEqual({ code: 0, stderr: "", left: [] });
  expect([filesBelow(where.folder), readFileSync(join(where.folder, "logins.json"), "utf8")]).toEqual(before);
  expect(filesBelow(where.temporary)).toEqual([]);
});

test.skipIf(process.platform === "win32")(
  "links that lead out of the folder are not in the copy: what lies behind them is not touched",
  async ({ expect, onTestFinished }) => {
    const where = place({ onTestFinished });
    const outside = join(where.home, "precious");
    mkdirSync(outside);
    writeFileSync(join(outside, "kept.txt"), "kept");
    symlinkSync(outside, join(where.folder, "data"));
    symlinkSync(join(outside, "kept.txt"), join(where.folder, "kept.txt"));
    symlinkSync("/", join(where.folder, "everything"));
    symlinkSync("..", join(where.folder, "above"));
    symlinkSync("data", join(where.folder, "through"));
    const overwrite = `for (const name of ["data/kept.txt", "kept.txt", "through/kept.txt", "data/new.txt"])
      try { require("node:fs").writeFileSync(require("node:path").join(__dirname, name), "overwritten"); } catch {}`;
    writeFileSync(join(where.folder, "app.js"), `${overwrite}\n${right}`);
    const before = readdirSync(where.folder);
    const { code, stderr, left } = await run(["check", "8", "--file", "app.js"], where);
    expect({ code, stderr, left }).toEqual({ code: 0, stderr: "", left: [] });
    expect(filesBelow(outside)).toEqual(["kept.txt"]);
    expect(readFileSync(join(outside, "kept.txt"), "utf8")).toBe("kept");
    expect(readdirSync(where.folder)).toEqual(before);
    expect(filesBelow(where.temporary)).toEqual([]);
  },
);
