/** The learner programs under test/learners and test/unseen: what each is, and a place where it can be run. */

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import { shipped } from "../src/base/package.ts";

/** Programs that the rules were developed against, and such that stay unread while rules are written. */
export const SETS = ["learners", "unseen"] as const;
export type ProgramSet = (typeof SETS)[number];

export interface Program {
  set: ProgramSet;
  /** The mistake that it makes, or "right". */
  id: string;
  step: number;
  /** "3-no-return": the file's or folder's name without extension. */
  slug: string;
  /** The file to be checked, absolute. */
  entry: string;
  express: 4 | 5;
  /** Where a good teacher would point, or null: the line that ends with the comment "here". */
  here: { file: string; line: number } | null;
}

/** Programs under these pass and earn the advice. */
export const ADVICE_IDS: readonly string[] = [
  "empty-body-crash",
  "duplicate-tokens-survive-logout",
  "logout-unknown-token",
  "store-changes-late",
  "empty-body-hangs",
  "throws-after-answer",
  "never-listens",
  "secret-fallback",
  "uuid-bits",
  "expired-kept",
  "no-www-authenticate",
  "logout-keeps-access",
  "reuse-ends-all-logins",
  "cookie-no-host-prefix",
];

const extensions = [".js", ".cjs", ".mjs", ".ts", ".cts", ".mts"];

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesOf(join(path, name)));
}

function marked(path: string): Program["here"] {
  for (const file of filesOf(path)) {
    const lines = readFileSync(file, "utf8").split("\n");
    const index = lines.findIndex((line) => /(\/\/|\/\*)\s*here\s*(\*\/)?\s*$/.test(line));
    if (index >= 0) return { file, line: index + 1 };
  }
  return null;
}

/** "learners/filter-inverted/4-in-a-service": what no other program is called. */
export function nameOf({ set, id, slug }: Program): string {
  return `${set}/${id}/${slug}`;
}

/** The numbers of the steps that are there, which they are once they have a reference solution. */
const steps = readdirSync(shipped("solutions")).map((name) => Number.parseInt(name, 10));

/** Every program of a set, in the order of ids, but such as were written for a step that is not there yet. */
export function programsOf(set: ProgramSet): Program[] {
  const root = realpathSync(shipped("test", set));
  const ids = readdirSync(root).filter((id) => statSync(join(root, id)).isDirectory());
  return ids.flatMap((id) =>
    readdirSync(join(root, id)).flatMap((name): Program[] => {
      const path = join(root, id, name);
      const folder = statSync(path).isDirectory();
      const entry = folder
        ? extensions
            .map((extension) => join(path, `app${extension}`))
            .find((file) => filesOf(path).includes(file))
        : path;
      const step = Number.parseInt(name, 10);
      if (!entry || !extensions.includes(extname(entry)) || !steps.includes(step)) return [];
      const slug = folder ? name : basename(name, extname(name));
      const express = slug.includes("express4") ? 4 : 5;
      return [{ set, id, step, slug, entry, express, here: marked(path) }];
    }),
  );
}

export interface Settled {
  /** The file to be checked, absolute. */
  entry: string;
  /** A text with every path of the place as it is in the repository. */
  relocate(text: string): string;
  /** Removes the place. */
  leave(): void;
}

/** Copies a file, or a folder with what belongs to it, to a temporary folder in which Express 4 is installed. */
export function settleWithExpress4(path: string, entry: string): Settled {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "refresh-tutor-express4-")));
  const whole = statSync(path).isDirectory();
  cpSync(path, whole ? folder : join(folder, basename(path)), { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(shipped("node_modules", "express4"), join(folder, "node_modules", "express"), "dir");
  return {
    entry: join(folder, basename(entry)),
    relocate: (text) => text.replaceAll(folder, dirname(entry)),
    leave: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Gives a program a place to run: where it lies, or, for Express 4, one where that is found. Call `leave` when done. */
export function settle({ entry, slug, express }: Program): Settled {
  if (express === 5) return { entry, relocate: (text) => text, leave: () => {} };
  const folder = dirname(entry);
  const whole = basename(entry).startsWith("app.") && basename(folder) === slug;
  return settleWithExpress4(whole ? folder : entry, entry);
}
