/** Reads the evidence for the rules. */

import { exchangeLabel } from "../judge/check.ts";
import type { CheckResult } from "../judge/check.ts";
import { isSuccess } from "../judge/read-transcript.ts";
import type { Event, Exchange, Fault, Layer, Place, Request, Transcript } from "../transcript.ts";
import type { Evidence } from "./mistake.ts";
import { basename } from "node:path";

type Entered = Extract<Event, { kind: "entered" }>;

export function samePlace(a: Place | null, b: Place | null): boolean {
  return a !== null && b !== null && a.file === b.file && a.line === b.line && a.column === b.column;
}

/**
 * Where the learner's code finished the answer; null where Express did, or no answer came. Of several requests that had
 * to get the same answer, it is the last, because that one differed.
 */
export function answeredAt(exchange: Exchange | null): Place | null {
  const event = exchange?.events.findLast(({ kind }) => kind === "answered");
  return event?.kind === "answered" ? event.place : null;
}

/**
 * Whether the clock was moved on after an exchange, and nothing was sent in that world from then on: the timers of the
 * program did not come to their end.
 */
export function isStuckAfter({ exchanges, moves }: Transcript, exchange: Exchange): boolean {
  const { world } = exchange;
  const next = exchanges.indexOf(exchange) + 1;
  const isOver = !exchanges.slice(next).some((later) => later.world === world);
  return isOver && moves.findLast((move) => move.world === world && move.before === next)?.kind === "clock";
}

/** All that was thrown, rejected or passed on during an exchange, in order of time. */
export function faultsOf(exchange: Exchange | null): Fault[] {
  return (exchange?.events ?? []).flatMap((event) =>
    event.kind === "threw" || event.kind === "uncaught" ? [event.fault] : [],
  );
}

/** How many frames V8 keeps of a stack trace: Error.stackTraceLimit, where the program does not change it. */
const USUAL_FRAMES = 10;

/** Whether the stack trace of an error was cut off before it came to one of the learner's lines. */
export function isCutOff({ place, stack }: Fault): boolean {
  return place === null && (stack.match(/^\s*at /gm) ?? []).length >= USUAL_FRAMES;
}

/** An event whose error lacks its place, with the place that the same error has among others. */
export function withPlace(event: Event, others: readonly Fault[]): Event {
  if ((event.kind !== "threw" && event.kind !== "uncaught") || !isCutOff(event.fault)) return event;
  const { name, message } = event.fault;
  const same = others.find((one) => one.name === name && one.message === message);
  return same?.place
    ? { ...event, fault: { ...event.fault, place: same.place, frames: same.frames } }
    : event;
}

/**
 * The first error that was thrown after the answer, where no other answer followed; else null. An error that led to the
 * answer, as one for an error handler, came before it and does not count.
 */
export function lateFault(exchange: Exchange | null): Fault | null {
  const events = exchange?.events ?? [];
  const first = events.findIndex(({ kind }) => kind === "answered");
  const last = events.findLastIndex(({ kind }) => kind === "answered");
  if (first < 0) return null;
  const fault = events.slice(last + 1).flatMap((event) => (event.kind === "threw" ? [event.fault] : []))[0];
  return fault ?? null;
}

/**
 * What the program threw and caught itself during an exchange. It is known only if the program was watched for that.
 */
export function caughtIn(exchange: Exchange | null): Fault[] {
  return (exchange?.events ?? []).flatMap((event) => (event.kind === "caught" ? [event.fault] : []));
}

/** Every fault that the program showed, at boot or later. */
export function allFaults({ boot, exchanges }: Transcript): Fault[] {
  const atBoot = boot.outcome === "crashed" && boot.fault ? [boot.fault] : [];
  return [...atBoot, ...exchanges.flatMap(faultsOf)];
}

/** How much of a message is told that has several lines. */
const LONGEST = 200;

/** What a message says in one line: its first; all of them where that one only begins something, as "[" or "Tried:" do. */
export function inOneLine(message: string): string {
  const first = message.split("\n")[0] ?? "";
  if (!/[[{(:]\s*$/.test(first)) return first;
  const whole = message.replaceAll(/\s+/g, " ").trim();
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
}

/** "TypeError: x is not a function": what was thrown, in one line. A value that is not an error has no name. */
export function inWords({ name, message, stack }: Fault): string {
  const line = inOneLine(message).replace(/\.+$/, "");
  if (stack === "") return line;
  return line === "" ? name : `${name}: ${line}`;
}

/** "line 12", or "line 12 of store.js" where the learner is shown another file, or none. */
export function lineInWords({ file, line }: Place, shown: Place | null): string {
  return `line ${line}${file === shown?.file ? "" : ` of ${basename(file)}`}`;
}

/** The handlers that an exchange reached, in order. */
export function enteredHandlers(exchange: Exchange | null): Entered[] {
  return (exchange?.events ?? []).flatMap((event) =>
    event.kind === "entered" && event.role === "handler" ? [event] : [],
  );
}

/** The last handler or middleware that an exchange reached. */
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

/** The route that is written for a request, or null. */
export function routeFor(transcript: Transcript, { method, path }: Request): Layer | null {
  return transcript.layers.find((layer) => isForPath(layer, path) && takesMethod(layer, method)) ?? null;
}

/** Whether an exchange reached the handler of the route that is written for it. */
export function reachedRoute(transcript: Transcript, exchange: Exchange): boolean {
  const entered = enteredHandlers(exchange);
  if (transcript.layers.length === 0) return entered.length > 0;
  const route = routeFor(transcript, exchange.request);
  return route !== null && entered.some(({ place }) => place === null || samePlace(place, route.place));
}

/**
 * The exchanges in which the cause of a failed check may lie, beside its own. Where that one was answered, they are those
 * that the check builds on: its answer is what the check is about.
 */
export function othersToBlame(
  failure: CheckResult,
  exchange: Exchange | null,
  { exchanges }: Transcript,
): readonly Exchange[] {
  if (exchangeLabel(failure) === null || !exchange?.response) return exchanges;
  return exchanges.filter(({ label }) => failure.check.needs?.includes(label));
}

/** What req.body was when the request's own handler began; null where it never did. */
export function bodySeen(exchange: Exchange | null): Entered["body"] | null {
  return enteredHandlers(exchange).at(-1)?.body ?? null;
}

/** Whether the handler found in req.body what was sent. An empty object that was sent proves nothing. */
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

/** Whether the first failed check is one of these, by their ids. */
export function isAbout({ failure }: Evidence, ...ids: readonly string[]): boolean {
  return ids.includes(failure.check.id);
}
