/** Says in a few words what a store holds, whatever kind of store it is. */

import { isRecord } from "../../base/shape.ts";
import type { Holder, Store } from "../transcript.ts";

/** A long text, such as a digest, by its beginning; other values as they are. */
function inShort(value: unknown): string {
  if (Array.isArray(value))
    return value.length === 0 ? "[]" : `[${inShort(value[0])}${value.length > 1 ? ", …" : ""}]`;
  if (isRecord(value)) return "{…}";
  if (typeof value !== "string") return String(value);
  return value.length > 12 ? `${value.slice(0, 8)}…` : value;
}

/** One item: a text, a record by its first members, or an entry of a Map or an object by its key. */
function itemInWords(item: unknown, keyed: boolean): string {
  if (keyed && Array.isArray(item)) {
    const [key, value] = item;
    return isRecord(value) || value === true ? inShort(key) : `${inShort(key)} → ${inShort(value)}`;
  }
  if (!isRecord(item)) return inShort(item);
  const members = Object.entries(item).slice(0, 2);
  return members.map(([name, value]) => `${name} ${inShort(value)}`).join(", ");
}

/** "sessions: a Map of 3, last 9f86d081…" */
function holderInWords({ name, type, tokens }: Holder, sizes: Readonly<Record<string, number>>): string {
  const size = sizes[name] ?? tokens.length;
  const kind = type === "array" ? "" : type === "object" ? "an object of " : `${type} of `;
  const last = tokens.at(-1);
  const keyed = sizes[name] !== undefined && (type === "a Map" || type === "object");
  const shown = last === undefined || last === null ? "" : `, last ${itemInWords(last, keyed)}`;
  return `${name}: ${kind}${size}${shown}`;
}

/**
 * The array `refreshTokens`, else the lists that hold the tokens instead; null where none was found.
 *
 * @param sizes how many items each list holds of which only the last item was read
 */
export function storedInWords(
  store: Store,
  holders: readonly Holder[],
  sizes: Readonly<Record<string, number>> = {},
): string | null {
  if (store.kind === "array") {
    const last = store.tokens.at(-1);
    return `refreshTokens: ${store.tokens.length}${last === undefined ? "" : `, last ${itemInWords(last, false)}`}`;
  }
  if (store.kind === "other") return `refreshTokens: ${store.type}`;
  return holders.length === 0 ? null : holders.map((holder) => holderInWords(holder, sizes)).join("; ");
}
