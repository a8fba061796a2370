/** JSON for files that say much the same many times: what comes again is written once and referred to by its key. */

import { createHash } from "node:crypto";
import { isRecord } from "../../src/base/shape.ts";

/** What is shorter than this, in characters, is written out each time. */
const SHORT = 40;

/** `{ "→": "2f81c09b" }` stands for the value of this key in the pool. No value that is packed has such a name in it. */
const REFERENCE = "→";

/** A value whose parts are changed by this. */
function mapParts(value: unknown, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]));
}

/** How often each object, array and long string comes, by its JSON. */
function countParts(value: unknown): Map<string, number> {
  const counts = new Map<string, number>();
  const visit = (part: unknown): unknown => {
    const text = JSON.stringify(part);
    if (text.length < SHORT) return part;
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    // Its parts are written once with it.
    return count > 1 ? part : mapParts(part, visit);
  };
  visit(value);
  return counts;
}

/** One line for each entry of an object, so that a difference of two files shows what has changed. */
function inLines(value: unknown, depth: number): string {
  if (depth === 0 || !isRecord(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, part]) => `${JSON.stringify(key)}: ${inLines(part, depth - 1)}`,
  );
  return `{\n${entries.join(",\n")}\n}`;
}

/** How deep an entry may lie that has a line of its own: the values, and two levels below each. */
const DEPTH = 3;

/** A key that says nothing of the place: what is added to a file leaves the other lines as they are. */
function keyOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/** A record of values as the text of a file. */
export function pack(values: Readonly<Record<string, unknown>>): string {
  const counts = countParts(values);
  const pool = new Map<string, unknown>();
  const shorten = (part: unknown): unknown => {
    const text = JSON.stringify(part);
    if ((counts.get(text) ?? 0) < 2) return mapParts(part, shorten);
    const key = keyOf(text);
    if (!pool.has(key)) pool.set(key, mapParts(part, shorten));
    return { [REFERENCE]: key };
  };
  const body = inLines(shorten(values), DEPTH);
  return `{\n"pool": ${inLines(Object.fromEntries(pool), 1)},\n"values": ${body}\n}\n`;
}

/**
 * The record of values that a file's text stands for. What is referred to more than once is the same object each time.
 *
 * @param only the keys of the values that are wanted; all, if left out
 */
export function unpack(text: string, only?: readonly string[]): Record<string, unknown> {
  const file: { pool: Record<string, unknown>; values: Record<string, unknown> } = JSON.parse(text);
  const { pool } = file;
  const entries = Object.entries(file.values).filter(([key]) => only?.includes(key) ?? true);
  const lengthened = new Map<string, unknown>();
  const fromPool = (key: string): unknown => {
    if (!lengthened.has(key)) lengthened.set(key, lengthen(pool[key]));
    return lengthened.get(key);
  };
  const lengthen = (part: unknown): unknown =>
    isRecord(part) && REFERENCE in part ? fromPool(String(part[REFERENCE])) : mapParts(part, lengthen);
  const record = lengthen(Object.fromEntries(entries));
  return isRecord(record) ? record : {};
}
