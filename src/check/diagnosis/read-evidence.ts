/** Reads the evidence the way rules want it. */

import { isSuccess } from "../judge/read-transcript.ts";
import type { Event, Exchange, Fault, Layer, Place, Request, Transcript } from "../transcript.ts";
import type { Evidence } from "./mistake.ts";

type Entered = Extract<Event, { kind: "entered" }>;

export function samePlace(a: Place | null, b: Place | null): boolean {
  return a !== null && b !== null && a.file === b.file && a.line === b.line && a.column === b.column;
}

/**
 * Where the learner's code finished the answer; null where Express did, or no answer came. The last of several requests
 * that had to be answered alike is the one that was not.
 */
export function answeredAt(exchange: Exchange | null): Place | null {
  const event = exchange?.events.findLast(({ kind }) => kind === "answered");
  return event?.kind === "answered" ? event.place : null;
}

/** What was thrown, rejected or passed on during an exchange, first things first. */
export function faultsOf(exchange: Exchange | null): Fault[] {
  return (exchange?.events ?? []).flatMap((event) =>
    event.kind === "threw" || event.kind === "uncaught" ? [event.fault] : [],
  );
}

/**
 * What was thrown when the answer was there already, and after which no other came; null where there is nothing. What is
 * thrown on the way to an answer, as to one that an error handler gives, comes before that.
 */
export function lateFault(exchange: Exchange | null): Fault | null {
  const events = exchange?.events ?? [];
  const first = events.findIndex(({ kind }) => kind === "answered");
  const last = events.findLastIndex(({ kind }) => kind === "answered");
  if (first < 0) return null;
  const fault = events.slice(last + 1).flatMap((event) => (event.kind === "threw" ? [event.fault] : []))[0];
  return fault ?? null;
}

/** What the program threw and caught itself during an exchange, as far as it was watched for that. */
export function caughtIn(exchange: Exchange | null): Fault[] {
  return (exchange?.events ?? []).flatMap((event) => (event.kind === "caught" ? [event.fault] : []));
}

/** Every fault that the program showed, at boot or later. */
export function allFaults({ boot, exchanges }: Transcript): Fault[] {
  const atBoot = boot.outcome === "crashed" && boot.fault ? [boot.fault] : [];
  return [...atBoot, ...exchanges.flatMap(faultsOf)];
}

/** "TypeError: x is not a function": the first line of what was thrown. A value that is no error has no name. */
export function inWords({ name, message, stack }: Fault): string {
  const line = (message.split("\n")[0] ?? "").replace(/\.+$/, "");
  if (stack === "") return line;
  return line === "" ? name : `${name}: ${line}`;
}

/** The handlers that an exchange came to, in order. */
export function enteredHandlers(exchange: Exchange | null): Entered[] {
  return (exchange?.events ?? []).flatMap((event) =>
    event.kind === "entered" && event.role === "handler" ? [event] : [],
  );
}

/** Whatever of the app an exchange came to last. */
export function lastEntered(exchange: Exchange | null): Entered | null {
  const entered = (exchange?.events ?? []).flatMap((event) => (event.kind === "entered" ? [event] : []));
  return entered.at(-1) ?? null;
}

function normal(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, "").toLowerCase() : path;
}

/** Whether a layer is a route written for exactly this path. */
export function isForPath(layer: Layer, path: string): boolean {
  return layer.role === "route" && layer.path.split(",").some((one) => normal(one) === normal(path));
}

export function takesMethod(layer: Layer, method: string): boolean {
  return layer.methods.includes(method) || layer.methods.includes("ALL");
}

/** The route written for a request, or null. */
export function routeFor(transcript: Transcript, { method, path }: Request): Layer | null {
  return transcript.layers.find((layer) => isForPath(layer, path) && takesMethod(layer, method)) ?? null;
}

/** Whether an exchange came to the handler of the route that is written for it. */
export function reachedRoute(transcript: Transcript, exchange: Exchange): boolean {
  const entered = enteredHandlers(exchange);
  if (transcript.layers.length === 0) return entered.length > 0;
  const route = routeFor(transcript, exchange.request);
  return route !== null && entered.some(({ place }) => place === null || samePlace(place, route.place));
}

/** What req.body was when the request's own handler was entered; null where it never was. */
export function bodySeen(exchange: Exchange | null): Entered["body"] | null {
  return enteredHandlers(exchange).at(-1)?.body ?? null;
}

/** Whether the handler found in req.body what was sent, as far as that can be told: an empty object says nothing. */
export function bodyArrived(exchange: Exchange): boolean {
  const { body } = exchange.request;
  return body === null || body === "{}" || ["object", null].includes(bodySeen(exchange));
}

/** An exchange of the experiment, or null. */
export function experimentOf({ experiment }: Evidence, label: string): Exchange | null {
  return experiment?.exchanges.find((exchange) => exchange.label === label) ?? null;
}

export function succeeded(exchange: Exchange | null): boolean {
  return Boolean(exchange?.response && isSuccess(exchange.response));
}

export function refused(exchange: Exchange | null): boolean {
  return Boolean(exchange?.response && exchange.response.status >= 400 && exchange.response.status < 500);
}
