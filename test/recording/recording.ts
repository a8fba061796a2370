/**
 * What is kept of a check: all that judge and rules read of what happened, as plain JSON. This is the one place that says
 * what of it belongs to the machine, the moment or chance, and not to the program.
 */

import { shipped } from "../../src/base/package.ts";
import { isRecord } from "../../src/base/shape.ts";
import type { Transcript } from "../../src/check/transcript.ts";
import type { Verdict } from "../../src/check/verdict/verdict.ts";
import { exchange, transcript } from "../transcripts.ts";

export interface Recording {
  transcript: Transcript;
  /** What a fresh boot answered to the experiments; null where none were sent. */
  experiment: Transcript | null;
}

/** Stands for the folder of the repository. */
const REPOSITORY = "<repository>";
const root = shipped().replace(/[\\/]$/, "");

/** Headers that Node and Express set by themselves: no rule reads them, and some differ from moment to moment. */
const USUAL = [
  "connection",
  "content-length",
  "date",
  "etag",
  "keep-alive",
  "transfer-encoding",
  "x-powered-by",
];

function steadyHeaders(headers: unknown): unknown {
  if (!isRecord(headers)) return headers;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !USUAL.includes(name)));
}

/** A value of a transcript under its key, without what no rule reads. */
function steady(key: string, value: unknown): unknown {
  if (key === "ms") return 1;
  if (key === "stack") return "";
  // These are drawn.
  if (key === "output") return [];
  if (key === "stored") return null;
  if (key === "headers") return steadyHeaders(value);
  // An error page of Express holds a stack.
  if (key === "body" && typeof value === "string") return value.replaceAll(/<br> &nbsp; &nbsp;at [^<]*/g, "");
  return value;
}

function isRecording(value: unknown): value is Recording {
  return isRecord(value) && isRecord(value["transcript"]) && "experiment" in value;
}

/** A recording in which every text is as this changes it. */
function withTexts(value: unknown, change: (text: string) => string): Recording {
  const changed: unknown = JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === "string" ? change(part) : part,
  );
  if (!isRecording(changed)) throw new Error("this is no recording");
  return changed;
}

/**
 * What is kept of a check.
 *
 * @param relocate gives a text with every path as it is in the repository
 */
export function recordingOf(
  { transcript, experiment }: Verdict,
  relocate: (text: string) => string,
): Recording {
  return withTexts(JSON.parse(JSON.stringify({ transcript, experiment }, steady)), relocate);
}

/** What a file leaves out: the usual exchange and the usual transcript. A field that is new is there, too, in an old file. */
const usualExchange: object = exchange("", "");
const usualTranscript: object = transcript([]);

/** The fields of a value that differ from the usual one. */
function lessUsual(value: object, usual: object): object {
  const same = (key: string, part: unknown) =>
    JSON.stringify(part) === JSON.stringify(Reflect.get(usual, key));
  return Object.fromEntries(Object.entries(value).filter(([key, part]) => !same(key, part)));
}

/** A value with its exchanges changed. */
function withExchanges(value: object, change: (one: object) => object): object {
  const isList = (part: unknown): part is object[] => Array.isArray(part) && part.every(isRecord);
  const entries = Object.entries(value).map(([key, part]: [string, unknown]) => [
    key,
    ["exchanges", "afterthoughts"].includes(key) && isList(part) ? part.map(change) : part,
  ]);
  return Object.fromEntries(entries);
}

/** A recording as it stands in a file: without what is usual, and every path begins at the repository. */
export function forFile(recording: Recording): object {
  const short = (one: Transcript | null) =>
    one && withExchanges(lessUsual(one, usualTranscript), (exchange) => lessUsual(exchange, usualExchange));
  const { transcript, experiment } = withTexts(recording, (text) => text.replaceAll(root, REPOSITORY));
  return { transcript: short(transcript), ...(experiment && { experiment: short(experiment) }) };
}

/** The text of a file of recordings, with every path as it is on this machine. */
export function relocated(text: string): string {
  return text.replaceAll(REPOSITORY, JSON.stringify(root).slice(1, -1));
}

/** A recording from a file, all of it. */
export function fromFile(value: unknown): Recording {
  const long = (one: unknown) =>
    isRecord(one)
      ? { ...usualTranscript, ...withExchanges(one, (exchange) => ({ ...usualExchange, ...exchange })) }
      : null;
  const { transcript, experiment } = {
    transcript: null,
    experiment: null,
    ...(isRecord(value) ? value : {}),
  };
  const recording = { transcript: long(transcript), experiment: long(experiment) };
  if (!isRecording(recording)) throw new Error("this is no recording");
  return recording;
}

/** What was drawn by chance, or tells the time: dates, tokens, ports, numbers of processes. */
const DRAWN = /\d{4}-\d\d-\d\dT[\d:.]+Z|(?=[\w.-]*\d)[\w.-]{20,}|\d{4,}/g;

/** The different ones of a list, by their JSON. */
function different(list: readonly unknown[]): unknown[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}

/** What a request does that is sent once or twice more, by chance, told once. */
function once(key: string, value: unknown): unknown {
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (key === "events" && Array.isArray(value)) return different(value);
  return value;
}

/** What differs between two values, a line for each place: "exchanges.3.response.status: 200, now 403". */
function differences(then: unknown, now: unknown, place: string): string[] {
  if (JSON.stringify(then) === JSON.stringify(now)) return [];
  if (!(isRecord(then) && isRecord(now)) && !(Array.isArray(then) && Array.isArray(now)))
    return [`${place}: ${JSON.stringify(then)}, now ${JSON.stringify(now)}`];
  const keys = new Set([...Object.keys(then), ...Object.keys(now)]);
  return [...keys].flatMap((key) =>
    differences(Reflect.get(then, key), Reflect.get(now, key), place === "" ? key : `${place}.${key}`),
  );
}

/** The first step whose programs draw their tokens by chance. */
const RANDOM = 5;

/**
 * In what a recording that was made now differs from an older one of the same program; a line for each place. From step 5
 * on, tokens are random and tell the second in which they were signed: what was sent and what came back is compared there,
 * and not what the tokens and the store hold.
 *
 * @param step the number of the program's step
 */
export function changesSince(then: Recording, now: Recording, step: number): string[] {
  if (step < RANDOM) return differences(JSON.parse(comparable(then)), JSON.parse(comparable(now)), "");
  return differences(outline(then), outline(now), "");
}

/** Who sent what in which world, and what came back, without what was drawn by chance. */
function outline({ transcript, experiment }: Recording) {
  const lines = (one: Transcript | null) =>
    [...(one?.exchanges ?? []), ...(one?.afterthoughts ?? [])].map(
      ({ world, actor, label, request, response, error }) =>
        [world, actor, label, request.method, request.path, response?.status ?? error].join(" "),
    );
  return { transcript: lines(transcript), experiment: lines(experiment) };
}

/**
 * A recording as a text that is the same for two recordings of one program. What was drawn by chance is told only by where
 * the same comes again.
 */
function comparable(recording: Recording): string {
  const known = new Map<string, string>();
  const named = (text: string) =>
    text.replaceAll(DRAWN, (drawn) => {
      const name = known.get(drawn) ?? `<${known.size + 1}>`;
      known.set(drawn, name);
      return name;
    });
  // In texts alone: a number in the place of a number stays one.
  return JSON.stringify(recording, (key, value: unknown) =>
    typeof value === "string" ? named(value) : once(key, value),
  );
}
