/** Whole screens as files. `npm run record -- TEST-FILE` writes those of a test anew; look at the difference. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

const folder = join(import.meta.dirname, "golden");

/** Escape sequences as they can be read in a file: ESC as ␛, BEL as ␇. */
function readable(screen: string): string {
  return screen.replaceAll("\u001b", "␛").replaceAll("\u0007", "␇");
}

function fileOf(name: string): string {
  return join(folder, `${name}.txt`);
}

/** Whether a screen is the one in `golden/NAME.txt`; while files are recorded, every screen is. */
export function isGolden(name: string, screen: string): boolean {
  return Boolean(process.env["RECORD"]) || readable(screen) === readFileSync(fileOf(name), "utf8");
}

/** Holds a screen against `golden/NAME.txt`. */
export function expectGolden(name: string, screen: string): void {
  if (process.env["RECORD"]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(fileOf(name), readable(screen));
  }
  const meant = `golden/${name}.txt; where the new screen is meant: npm run record -- and the file of this test`;
  expect(readable(screen), meant).toBe(readFileSync(fileOf(name), "utf8"));
}
