/** Describes a run, so that it is recognised on another day or another machine. It holds no path. */

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { packageVersion, shipped } from "../base/package.ts";
import { isCount, isText, listOf, oneOf, orNull, record } from "../base/shape.ts";
import type { Step } from "../check/step.ts";
import { slugOf } from "../course/course.ts";
import { sha256 } from "./digest.ts";

/** A part of a class: the `index`th of `of` shards, counted from 1. */
export interface Shard {
  index: number;
  of: number;
}

/** What keeps submissions from the machine and from each other. */
export type Isolation = "bwrap" | "none";

/** What every report says of a run without a box. */
export const NOT_ISOLATED =
  "Not isolated: programs ran as the user who graded them. One that meant harm could change results, read files and use the network.";

export interface RunHeader {
  schema: 1;
  kind: "run";
  /** SHA-256 of who is graded for what, and of all below but the shard: two files with the same belong together. */
  run: string;
  /** "4-logout"; null: each step that was handed in. */
  step: string | null;
  /** The names of what was graded, without their folders. */
  names: string[];
  versions: { refreshTutor: string; node: string };
  /** SHA-256 of the steps of the course. */
  course: string;
  /** SHA-256 of the roster; null: there is none. */
  roster: string | null;
  /** SHA-256 of the names and versions of the teacher's packages; null: there are none. */
  modules: string | null;
  isolation: Isolation;
  shard: Shard | null;
  /** How many rows belong into it. */
  count: number;
}

export const isRunHeader = record<RunHeader>({
  schema: (value): value is 1 => value === 1,
  kind: oneOf("run"),
  run: isText,
  step: orNull(isText),
  names: listOf(isText),
  versions: record<RunHeader["versions"]>({ refreshTutor: isText, node: isText }),
  course: isText,
  roster: orNull(isText),
  modules: orNull(isText),
  isolation: oneOf("bwrap", "none"),
  shard: orNull(record<Shard>({ index: isCount, of: isCount })),
  count: isCount,
});

/** The names and versions of the packages in a folder node_modules (absolute), as a digest. */
function digestOfModules(folder: string): string {
  const names = readdirSync(folder).flatMap((name) =>
    name.startsWith("@") ? readdirSync(join(folder, name)).map((each) => `${name}/${each}`) : [name],
  );
  const versions = names.sort().map((name) => {
    try {
      const data: unknown = JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8"));
      return `${name} ${String(Object(data)["version"])}`;
    } catch {
      return name;
    }
  });
  return sha256(versions.join("\n"));
}

export interface RunFacts {
  step: Step | null;
  /** Absolute. */
  paths: readonly string[];
  /** The text of the roster. */
  roster: string | null;
  /** Absolute. */
  modules: string | null;
  isolation: Isolation;
  shard: Shard | null;
  /** The keys of all rows of the whole class, in order. */
  keys: readonly string[];
  /** How many of them are in the shard. */
  count: number;
}

export function headerOf({
  step,
  paths,
  roster,
  modules,
  isolation,
  shard,
  keys,
  count,
}: RunFacts): RunHeader {
  const common = {
    step: step && slugOf(step),
    names: paths.map((path) => basename(path)).sort(),
    versions: { refreshTutor: packageVersion(), node: process.versions.node },
    course: sha256(readFileSync(shipped("dist", "steps.cjs"))),
    roster: roster === null ? null : sha256(roster),
    modules: modules === null ? null : digestOfModules(modules),
    isolation,
  };
  return { schema: 1, kind: "run", run: sha256(JSON.stringify([common, keys])), ...common, shard, count };
}

/** Whether what was graded under one header is still right under another: nothing that decides a verdict has changed. */
export function judgesAlike(a: RunHeader, b: RunHeader): boolean {
  const decisive = ({ versions, course, modules, isolation }: RunHeader) =>
    JSON.stringify([versions, course, modules, isolation]);
  return decisive(a) === decisive(b);
}

/** Whether two headers are of one class and one step, on whatever day. */
export function isSameRun(a: RunHeader, b: RunHeader): boolean {
  const told = ({ step, names, shard }: RunHeader) =>
    JSON.stringify([step, names, shard && [shard.index, shard.of]]);
  return told(a) === told(b);
}
