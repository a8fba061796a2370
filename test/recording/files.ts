/** The recordings as files: test/transcripts/SET/ID.json, one for each mistake. `npm run transcripts` writes them. */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { shipped } from "../../src/base/package.ts";
import type { Said } from "../checked.ts";
import { SETS } from "../programs.ts";
import type { Program, ProgramSet } from "../programs.ts";
import { pack, unpack } from "./pool.ts";
import { forFile, fromFile, relocated } from "./recording.ts";
import type { Recording } from "./recording.ts";

/** What is kept of one program. */
export interface ProgramRecord {
  /** The major version of the Node that it ran on: another one words its errors in another way. */
  node: number;
  /** What the check said of it. */
  said: Said;
  recording: Recording;
}

export const thisNode = Number.parseInt(process.versions.node, 10);

function fileOf(set: ProgramSet, id: string): string {
  return shipped("test", "transcripts", set, `${id}.json`);
}

function isSaid(value: unknown): value is Said {
  return typeof value === "object" && value !== null && "passed" in value && "cause" in value;
}

/**
 * The records of the programs that make one mistake, by their slugs; none where nothing was recorded yet.
 *
 * @param only the slugs of the programs that are wanted; all, if left out
 */
export function readRecords(
  set: ProgramSet,
  id: string,
  only?: readonly string[],
): Map<string, ProgramRecord> {
  const file = fileOf(set, id);
  const records = new Map<string, ProgramRecord>();
  if (!existsSync(file)) return records;
  for (const [slug, value] of Object.entries(unpack(relocated(readFileSync(file, "utf8")), only))) {
    if (typeof value !== "object" || value === null) continue;
    const { node, said, ...recording } = { node: 0, said: null, ...value };
    if (isSaid(said)) records.set(slug, { node, said, recording: fromFile(recording) });
  }
  return records;
}

/** The record of a program; undefined where nothing was recorded yet. */
export function readRecord({ set, id, slug }: Program): ProgramRecord | undefined {
  return readRecords(set, id, [slug]).get(slug);
}

/** Writes the records of the programs that make one mistake, by their slugs; no file where there are none. */
export function writeRecords(set: ProgramSet, id: string, records: ReadonlyMap<string, ProgramRecord>): void {
  const file = fileOf(set, id);
  if (records.size === 0) return rmSync(file, { force: true });
  const values = [...records]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([slug, { node, said, recording }]) => {
      return [slug, { node, said, ...forFile(recording) }];
    });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, pack(Object.fromEntries(values)));
}

/** The ids that a set has files of. */
export function recordedIds(set: ProgramSet): string[] {
  const folder = shipped("test", "transcripts", set);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => basename(name, ".json"));
}

/** Every record that is kept, by the name of its program. */
export function readAllRecords(): Map<string, ProgramRecord> {
  const all = SETS.flatMap((set) =>
    recordedIds(set).flatMap((id) =>
      [...readRecords(set, id)].map(([slug, record]) => [`${set}/${id}/${slug}`, record] as const),
    ),
  );
  return new Map(all);
}
