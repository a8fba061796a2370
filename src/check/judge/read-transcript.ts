/** Reads a transcript for checks and rules. */

import { parseJson } from "../../base/json.ts";
import { inShort } from "./error-page.ts";
import type { Exchange, Request, Response, Store, Transcript } from "../transcript.ts";

/** The exchange with this label, or null where it was not sent. */
export function exchangeOf(transcript: Transcript, label: string): Exchange | null {
  return transcript.exchanges.find((exchange) => exchange.label === label) ?? null;
}

/** The JSON that a response carries and says it carries (RFC 8259 §11, RFC 6839 §3.1); undefined where it does not. */
export function jsonOf(response: Response): unknown {
  const type = response.headers["content-type"] ?? "";
  if (!/^\s*[\w.+-]+\/(?:[\w.-]+\+)?json\b/i.test(type) || response.truncated) return undefined;
  return parsed(response.body);
}

/**
 * How deep the JSON of an answer may be nested: more could overflow the stack of JSON.stringify and of other recursion.
 */
const DEEPEST = 20;

/** A JSON value with "…" in place of what is nested too deep. */
export function pruned(value: unknown, depth = DEEPEST): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return "…";
  if (Array.isArray(value)) return value.map((item) => pruned(item, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, pruned(item, depth - 1)]));
}

/** A text read as JSON, pruned; undefined where it is not JSON. */
export function parsed(text: string): unknown {
  return pruned(parseJson(text));
}

export function isSuccess(response: Response): boolean {
  return response.status >= 200 && response.status < 300;
}

/** Whether an answer is a refusal as the course means it: 403 or another client error. */
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

/** A text cut to a length that one can read in a line or two. */
export function shown(text: string, most = 200): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

/** The tokens in `refreshTokens`, or null where it is not an array or could not be read. */
export function tokensOf(store: Store | undefined): unknown[] | null {
  return store?.kind === "array" ? store.tokens : null;
}

/**
 * `refreshTokens` before the first request. A program may make it only at its first login: then it is what the login
 * left in it, without the token that the login added.
 */
export function storeAtFirst({ storeAtStart, exchanges }: Transcript): Store {
  if (storeAtStart.kind === "array" || storeAtStart.kind === "unknown") return storeAtStart;
  const made = exchanges.find(({ store }) => store.kind === "array")?.store;
  const unset = storeAtStart.kind === "absent" || /^(undefined|null)$/.test(storeAtStart.type);
  if (!unset || made?.kind !== "array") return storeAtStart;
  return { ...made, tokens: made.tokens.filter((token) => token !== "refresh123") };
}

/** A list as JSON writes it, but for elements without a value: they are undefined or null, and JSON would call both null. */
export function listInWords(tokens: readonly unknown[]): string {
  return `[${tokens.map((token) => (token === null ? "nothing" : JSON.stringify(token))).join(tokens.includes(null) ? ", " : ",")}]`;
}

/** What a store is that is no array, with its article: "a string", "an object", "null". */
export function kindInWords(type: string): string {
  if (/^(undefined|null|an? )/.test(type)) return type;
  return `${["object", "error", "iterator"].includes(type) ? "an" : "a"} ${type}`;
}

/** `refreshTokens` in words. */
export function storeInWords(store: Store): string {
  if (store.kind === "array") return `refreshTokens = ${shown(listInWords(store.tokens))}`;
  if (store.kind === "other") return `refreshTokens is not an array but ${kindInWords(store.type)}`;
  if (store.kind === "absent") return "no outer variable refreshTokens in use";
  return "the program could no longer be asked";
}

/** "POST /token" */
export function requestLine({ method, path }: Request): string {
  return `${method} ${path}`;
}
