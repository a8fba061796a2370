/** What a store holds, of whatever kind it is, in a few words. */

import type { Holder, Store } from "../transcript.ts";

function counted({ name, type, tokens }: Holder): string {
  return `${name}: ${type === "array" ? "" : `${type} of `}${tokens.length}`;
}

/** The array `refreshTokens`, else the lists that were found in its place; null where nothing was seen. */
export function storedInWords(store: Store, holders: readonly Holder[]): string | null {
  if (store.kind === "array") return `refreshTokens: ${store.tokens.length}`;
  if (store.kind === "other") return `refreshTokens: ${store.type}`;
  return holders.length === 0 ? null : holders.map(counted).join(", ");
}
