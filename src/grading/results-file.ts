/**
 * results.ndjson: a row a line, written as soon as it is known and never held in memory as a whole. A run that was killed
 * goes on from it: a last line that was not finished is dropped. Once all is graded it is put in order.
 */

import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from "node:fs";
import { parseJson } from "../base/json.ts";
import { inOrder, isRow, keyOf } from "./row.ts";
import type { Brief, Row } from "./row.ts";

/** A row and where its line is, in bytes. */
interface Entry {
  brief: Brief;
  offset: number;
  length: number;
}

const CHUNK = 256 * 1024;
const LINE_FEED = 10;

/** The lines of an open file that are finished, each with where it begins, in bytes. */
function* linesOf(descriptor: number): Generator<{ line: Buffer; offset: number }> {
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  const chunk = Buffer.alloc(CHUNK);
  for (let at = 0; ;) {
    const read = readSync(descriptor, chunk, 0, CHUNK, at);
    if (read === 0) return;
    at += read;
    rest = Buffer.concat([rest, chunk.subarray(0, read)]);
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
      yield { line: rest.subarray(0, end), offset };
      offset += end + 1;
      rest = rest.subarray(end + 1);
    }
  }
}

function briefOf({ detail: _detail, ...brief }: Row): Brief {
  return brief;
}

export class ResultsFile {
  readonly #path: string;
  #descriptor: number;
  #size = 0;
  #entries = new Map<string, Entry>();
  /** What the first line says, where that is no row. */
  readonly header: unknown;

  /** Opens the file (absolute), or makes it. Throws what node:fs throws. */
  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openSync(path, existsSync(path) ? "r+" : "w+");
    this.header = this.#read();
    ftruncateSync(this.#descriptor, this.#size);
  }

  #read(): unknown {
    let header: unknown = null;
    this.#size = 0;
    this.#entries = new Map();
    for (const { line, offset } of linesOf(this.#descriptor)) {
      const value = parseJson(line.toString("utf8"));
      const length = line.length + 1;
      this.#size = offset + length;
      if (isRow(value)) this.#entries.set(keyOf(value), { brief: briefOf(value), offset, length });
      else if (offset === 0) header = value;
    }
    return header;
  }

  /** What is known of a student and a step, without its detail. */
  find(key: string): Brief | null {
    return this.#entries.get(key)?.brief ?? null;
  }

  /** All rows without their details, in order. */
  briefs(): Brief[] {
    return [...this.#entries.values()].map(({ brief }) => brief).sort(inOrder);
  }

  /** Adds a row, or puts it in the place of the one of the same student and step; on the disk when this returns. */
  add(row: Row): void {
    const line = Buffer.from(`${JSON.stringify(row)}\n`);
    this.#write(line);
    const offset = this.#size - line.length;
    this.#entries.set(keyOf(row), { brief: briefOf(row), offset, length: line.length });
  }

  /** Whether nothing is known of any run yet: one that was killed as it began leaves such a file. */
  get isEmpty(): boolean {
    return this.#size === 0;
  }

  /** Forgets everything, on the disk as well. */
  empty(): void {
    ftruncateSync(this.#descriptor, 0);
    this.#size = 0;
    this.#entries.clear();
  }

  /** Writes the first line of an empty file. */
  begin(header: unknown): void {
    this.#write(Buffer.from(`${JSON.stringify(header)}\n`));
  }

  #write(line: Buffer): void {
    for (let sent = 0; sent < line.length;) {
      sent += writeSync(this.#descriptor, line, sent, line.length - sent, this.#size + sent);
    }
    this.#size += line.length;
  }

  /** Forgets the rows that are not wanted any more. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#entries.keys()) if (!keys.has(key)) this.#entries.delete(key);
  }

  /** Reads whole rows, one at a time, in order. */
  *rows(): Generator<Row> {
    const entries = [...this.#entries.values()].sort((a, b) => inOrder(a.brief, b.brief));
    for (const { offset, length } of entries) {
      const line = Buffer.alloc(length);
      readSync(this.#descriptor, line, 0, length, offset);
      const row = parseJson(line.toString("utf8"));
      if (isRow(row)) yield row;
    }
  }

  /**
   * Puts the file in order, whole or not at all.
   *
   * @param finished changes a row on the way
   * @param around the first line, and the last one made of a digest (SHA-256) of the rows between; null: rows alone
   */
  finish(
    finished: (row: Row) => Row,
    around: { first: unknown; last(digest: string): unknown } | null = null,
  ): void {
    const unfinished = `${this.#path}.unfinished`;
    const target = openSync(unfinished, "w");
    const digest = createHash("sha256");
    const write = (value: unknown) => {
      const line = `${JSON.stringify(value)}\n`;
      writeSync(target, line);
      return line;
    };
    try {
      if (around) write(around.first);
      for (const row of this.rows()) digest.update(write(finished(row)));
      if (around) write(around.last(digest.digest("hex")));
      fsyncSync(target);
    } finally {
      closeSync(target);
    }
    renameSync(unfinished, this.#path);
    closeSync(this.#descriptor);
    this.#descriptor = openSync(this.#path, "r+");
    this.#read();
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
