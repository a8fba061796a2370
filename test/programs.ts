/** The learner programs under test/learners and test/unseen: what each is, and a place where it can be run. */

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { shipped } from "../src/package.ts";

export interface Program {
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

/** Every program of a set, in the order of ids. `set`: "learners" or "unseen". */
export function programsOf(set: "learners" | "unseen"): Program[] {
  const root = realpathSync(shipped("test", set));
  const ids = readdirSync(root).filter((id) => statSync(join(root, id)).isDirectory());
  return ids.flatMap((id) =>
    readdirSync(join(root, id)).flatMap((name): Program[] => {
      const path = join(root, id, name);
      const folder = statSync(path).isDirectory();
      const entry = folder ? extensions.map((extension) => join(path, `app${extension}`)).find((file) => filesOf(path).includes(file)) : path;
      if (!entry || !extensions.includes(extname(entry))) return [];
      const slug = folder ? name : basename(name, extname(name));
      const express = slug.includes("express4") ? 4 : 5;
      return [{ id, step: Number.parseInt(name, 10), slug, entry, express, here: marked(path) }];
    }),
  );
}

/**
 * Gives a program a place to run: where it lies, or, for Express 4, a temporary folder in which that version is installed.
 * Call `leave` when done.
 */
export function settle(program: Program): { entry: string; original(file: string): string; leave(): void } {
  if (program.express === 5) return { entry: program.entry, original: (file) => file, leave: () => {} };
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "refresh-tutor-express4-")));
  const name = basename(program.entry);
  const from = join(program.entry, "..");
  const whole = name.startsWith("app.") && basename(from) === program.slug;
  cpSync(whole ? from : program.entry, whole ? folder : join(folder, name), { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(shipped("node_modules", "express4"), join(folder, "node_modules", "express"), "dir");
  return {
    entry: join(folder, name),
    original: (file) => (file.startsWith(folder) ? join(from, file.slice(folder.length)) : file),
    leave: () => rmSync(folder, { recursive: true, force: true }),
  };
}
