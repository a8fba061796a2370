import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { whileLocked } from "../../src/workspace/lock.ts";
import { emptyFolder } from "../commands/program.ts";

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

test("the lock is there while the work is done, and gone afterwards, even if it throws", () => {
  const lock = join(emptyFolder(), "lock");
  expect(whileLocked(lock, () => readFileSync(lock, "utf8"))).toMatch(new RegExp(`^${process.pid} `));
  expect(() =>
    whileLocked(lock, () => {
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(existsSync(lock)).toBe(false);
});

test("a lock of the dead is taken, with what else they left", () => {
  const folder = emptyFolder();
  const pid = deadPid();
  writeFileSync(join(folder, "lock"), `${pid} 1`);
  writeFileSync(join(folder, `unfinished-${pid}`), "half");
  expect(whileLocked(join(folder, "lock"), () => readdirSync(folder))).toEqual(["lock"]);
  expect(readdirSync(folder)).toEqual([]);
});

test("a lock of the dead is taken even where the one that was about to take it has died as well", () => {
  const folder = emptyFolder();
  const lock = join(folder, "lock");
  const [first, second] = [deadPid(), deadPid()];
  writeFileSync(lock, `${first} 1`);
  writeFileSync(`${lock}-${first}-1`, `${second} 2`);
  expect(whileLocked(lock, () => readdirSync(folder))).toEqual(["lock"]);
});

test("a lock that is too old is taken, whoever made it", () => {
  for (const text of ["", `${process.pid} 1`]) {
    const lock = join(emptyFolder(), "lock");
    writeFileSync(lock, text);
    utimesSync(lock, new Date(0), new Date(0));
    expect(whileLocked(lock, () => "done")).toBe("done");
  }
});
