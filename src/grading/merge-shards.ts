/** Puts the shards of a run together. The result is that of one run over the whole class. */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { OpenRun } from "./open-run.ts";
import { codeOf } from "./read-submission.ts";
import { firstOfIdentical, identicalTo } from "./row.ts";
import type { RunHeader } from "./run-header.ts";
import { readShardFile } from "./shard-file.ts";
import type { ShardFile } from "./shard-file.ts";

export interface GatheredShards {
  /** In order. */
  shards: ShardFile[];
  /** What keeps them from being put together, each as a sentence. */
  faults: string[];
  /** The numbers of shards that are not there at all. */
  missing: number[];
}

const NAME = /^shard-(\d+)-of-\d+\.ndjson$/;

/**
 * Looks for shards in folders.
 *
 * @param folders each by its name as typed and its path, absolute
 */
export function gatherShards(folders: readonly { name: string; path: string }[]): GatheredShards {
  const faults: string[] = [];
  const broken = new Set<number>();
  const found = new Map<number, { file: ShardFile; name: string }>();
  let first: { file: ShardFile; name: string } | null = null;
  for (const folder of folders) {
    let names: string[];
    try {
      names = readdirSync(folder.path).filter((name) => NAME.test(name));
    } catch (error) {
      faults.push(`${folder.name} cannot be read (${codeOf(error)}).`);
      continue;
    }
    if (names.length === 0) faults.push(`${folder.name} holds no shard.`);
    for (const each of names.sort()) {
      const name = `${folder.name}/${each}`;
      const file = readShardFile(join(folder.path, each));
      if (typeof file === "string") {
        faults.push(`${name} ${file}.`);
        broken.add(Number(NAME.exec(each)?.[1]));
        continue;
      }
      first ??= { file, name };
      const { shard, run } = file.header;
      const twin = found.get(shard.index);
      if (run !== first.file.header.run) faults.push(`${name} is of another run than ${first.name}.`);
      else if (shard.of !== first.file.header.shard.of)
        faults.push(
          `${name} is one of ${shard.of} shards, ${first.name} one of ${first.file.header.shard.of}.`,
        );
      else if (twin) faults.push(`${name} is the same shard as ${twin.name}.`);
      else found.set(shard.index, { file, name });
    }
  }
  const all = Array.from({ length: first?.file.header.shard.of ?? 0 }, (_, at) => at + 1);
  return {
    shards: all.flatMap((index) => found.get(index)?.file ?? []),
    faults,
    missing: all.filter((index) => !found.has(index) && !broken.has(index)),
  };
}

/** The header that one run over all these shards has. */
export function headerOfAll([first, ...others]: readonly [ShardFile, ...ShardFile[]]): RunHeader {
  const { rosterOfClass: _roster, ...header } = first.header;
  const count = others.reduce((sum, { rows }) => sum + rows.length, first.rows.length);
  return { ...header, shard: null, count };
}

/** Writes the rows of shards into an open run. */
export function mergeShards(shards: readonly ShardFile[], { results }: OpenRun): void {
  results.keepOnly(new Set());
  for (const { rows } of shards) for (const row of rows) results.add(row);
  const shared = firstOfIdentical(results.briefs());
  results.finish((row) => ({ ...row, identical: identicalTo(row, shared) }));
}
