/** Reads a transcript the way checks and rules want it. */

import { inShort } from "./error-page.ts";
import type { Exchange, Request, Response, Store, Transcript } from "../transcript.ts";

/** The exchange that a step gave this label, or null where it was not sent. */
export function exchangeOf(transcript: Transcript, label: string): Exchange | null {
  return transcript.exchanges.find((exchange) => exchange.label === label) ?? null;
}

/** The JSON that a response carries and says it carries (RFC 8259 §11, RFC 6839 §3.1); undefined where it does not. */
export function jsonOf(response: Response): unknown {
  const type = response.headers["content-type"] ?? "";
  if (!/^\s*[\w.+-]+\/(?:[\w.-]+\+)?json\b/i.test(type) || response.truncated) return undefined;
  return parsed(response.body);
}

/** How deep the JSON of an answer may be nested; JSON.stringify and whatever else recurses would overflow the stack. */
const DEEPEST = 20;

/** A JSON value with "…" in the place of what is nested too deep. */
export function pruned(value: unknown, depth = DEEPEST): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return "…";
  if (Array.isArray(value)) return value.map((item) => pruned(item, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, pruned(item, depth - 1)]));
}

/** A text read as JSON, pruned; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return pruned(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function isSuccess(response: Response): boolean {
  return response.status >= 200 && response.status < 300;
}

/** A refusal in the sense of the course: 403 or another client error. */
export function isRefusal(response: Response): boolean {
  return response.status >= 400 && response.status < 500;
}

/** How the exchange ended, in a few words. */
export function received(exchange: Exchange): string {
  const { response, hang } = exchange;
  if (hang === "blocked") return "no answer: the program is busy and cannot answer anything";
  if (hang === "waiting") return exchange.error ?? "no answer in time";
  if (!response) return exchange.ended ? "no answer: the program ended" : (exchange.error ?? "no answer");
  return `${response.status} ${response.body === "" ? "without a body" : `with ${shown(inShort(response.body))}`}`;
}

/** A text cut to what one can read in a line or two. */
export function shown(text: string, most = 200): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

/** The tokens that `refreshTokens` holds, or null where it is no array or could not be seen. */
export function tokensOf(store: Store | undefined): unknown[] | null {
  return store?.kind === "array" ? store.tokens : null;
}

/**
 * `refreshTokens` before the first request. One that is made on first use is as good as one that was there: what the
 * first request to show it had left in it, less what a login adds.
 */
export function storeAtFirst({ storeAtStart, exchanges }: Transcript): Store {
  if (storeAtStart.kind === "array" || storeAtStart.kind === "unknown") return storeAtStart;
  const made = exchanges.find(({ store }) => store.kind === "array")?.store;
  const unset = storeAtStart.kind === "absent" || /^(undefined|null)$/.test(storeAtStart.type);
  if (!unset || made?.kind !== "array") return storeAtStart;
  return { ...made, tokens: made.tokens.filter((token) => token !== "refresh123") };
}

/** `refreshTokens` in words. */
export function storeInWords(store: Store): string {
  if (store.kind === "array") return `refreshTokens = ${shown(JSON.stringify(store.tokens))}`;
  if (store.kind === "other") return `refreshTokens is no array but ${store.type}`;
  if (store.kind === "absent") return "no outer variable refreshTokens in use";
  return "the program could not be asked any more";
}

/** "POST /token" */
export function requestLine({ method, path }: Request): string {
  return `${method} ${path}`;
}
