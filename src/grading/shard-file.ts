/** Reads the file of a shard: a header, its rows in order, and a footer with their digest. */

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseJson } from "../base/json.ts";
import { isCount, isText, listOf, oneOf, orNull, record } from "../base/shape.ts";
import { sha256 } from "./digest.ts";
import { resultsName } from "./open-run.ts";
import { codeOf } from "./read-submission.ts";
import type { MatchedRoster } from "./roster.ts";
import { isRow } from "./row.ts";
import type { Row } from "./row.ts";
import { isRunHeader } from "./run-header.ts";
import type { RunHeader, Shard } from "./run-header.ts";
import { isInShard } from "./shard.ts";

/** A roster, and which of its records belongs to whom, as plain data. */
interface WrittenRoster {
  columns: string[];
  records: string[][];
  column: { name: string; index: number };
  recordOf: [id: string, record: number][];
}

/** The first line of a shard's file. It carries the roster, by which the table is made once all shards are together. */
export interface ShardHeader extends RunHeader {
  shard: Shard;
  rosterOfClass: WrittenRoster | null;
}

export interface ShardFooter {
  schema: 1;
  kind: "done";
  run: string;
  count: number;
  /** SHA-256 of the lines between the first and the last. */
  digest: string;
}

const isPair = (value: unknown): value is [string, number] =>
  Array.isArray(value) && value.length === 2 && isText(value[0]) && isCount(value[1]);

const hasRoster = record<Pick<ShardHeader, "rosterOfClass">>({
  rosterOfClass: orNull(
    record<WrittenRoster>({
      columns: listOf(isText),
      records: listOf(listOf(isText)),
      column: record<WrittenRoster["column"]>({ name: isText, index: isCount }),
      recordOf: listOf(isPair),
    }),
  ),
});

const isFooter = record<ShardFooter>({
  schema: (value): value is 1 => value === 1,
  kind: oneOf("done"),
  run: isText,
  count: isCount,
  digest: isText,
});

export function shardHeader(header: RunHeader, shard: Shard, roster: MatchedRoster | null): ShardHeader {
  const rosterOfClass = roster && {
    columns: [...roster.columns],
    records: roster.records.map((cells) => [...cells]),
    column: roster.column,
    recordOf: [...roster.recordOf],
  };
  return { ...header, shard, rosterOfClass };
}

export function rosterIn({ rosterOfClass }: ShardHeader): MatchedRoster | null {
  return rosterOfClass && { ...rosterOfClass, recordOf: new Map(rosterOfClass.recordOf) };
}

export interface ShardFile {
  header: ShardHeader;
  rows: Row[];
}

/** Reads a shard's file (absolute). What is wrong with it comes back as the end of a sentence: "is torn: …". */
export function readShardFile(path: string): ShardFile | string {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return `cannot be read (${codeOf(error)})`;
  }
  const [first = "", ...lines] = text.split("\n");
  const header = parseJson(first);
  if (!isRunHeader(header) || header.shard === null) return "is no shard of refresh-tutor";
  const { shard } = header;
  if (basename(path) !== resultsName(header))
    return `holds shard ${shard.index} of ${shard.of}: it was renamed`;
  const end = lines.pop();
  const footer = parseJson(lines.pop() ?? "");
  // The roster, too, is written at the end alone.
  if (end !== "" || !isFooter(footer) || !hasRoster(header)) return "is torn: its run has not come to an end";
  const rows = lines.map(parseJson).filter(isRow);
  const fits = footer.run === header.run && footer.count === header.count && rows.length === header.count;
  const isWhole = footer.digest === sha256(lines.map((line) => `${line}\n`).join(""));
  if (!fits || !isWhole || rows.length !== lines.length)
    return "was changed after its run: digest and rows do not fit";
  if (!rows.every(({ id }) => isInShard(id, shard))) return "holds students of another shard";
  return { header: { ...header, shard }, rows };
}
