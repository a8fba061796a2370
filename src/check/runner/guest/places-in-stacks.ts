/** Finds the place in the learner's files where something happened, in stack traces. */

import { isAbsolute, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Fault, Place } from "../../transcript.ts";

const own = fileURLToPath(new URL("..", import.meta.url));
const dependencies = `${sep}node_modules${sep}`;

/** "at f (file:1:2)", "at async f (file:///…:1:2)" and "at file:1:2"; a path may hold blanks and brackets itself. */
const frames = [/^\s*at .*? \((.+):(\d+):(\d+)\)$/, /^\s*at (?:async )?(.+):(\d+):(\d+)$/];

function pathOf(written: string): string | null {
  try {
    const bare = written.replace(/^file:\/\/.*?\?.*$/, (url) => url.slice(0, url.indexOf("?")));
    const path = bare.startsWith("file://") ? fileURLToPath(bare) : written;
    return isAbsolute(path) ? path : null;
  } catch {
    return null;
  }
}

/** Whether a file (absolute) is the learner's: not a dependency, not ours. */
export function isLearners(path: string): boolean {
  return !path.includes(dependencies) && !path.startsWith(own);
}

/** The module that answers in Express when no handler does. A middleware's next() may stand below it in the stack. */
const lastResort = `${dependencies}finalhandler${sep}`;

/** The place in a learner's file that a line of a stack trace names; null where the line names another file. */
function placeInFrame(line: string): Place | null {
  // Most frames are of this kind, and this test is much faster than reading them.
  if (line.includes(dependencies) || line.includes("(node:")) return null;
  for (const frame of frames) {
    const found = frame.exec(line);
    if (!found) continue;
    const [, written = "", row, column] = found;
    const file = pathOf(written);
    if (file && isLearners(file)) return { file, line: Number(row), column: Number(column) };
  }
  return null;
}

/** How many of the learner's frames are told for one error. */
const MOST_FRAMES = 6;

/** The frames of a stack trace that lie in a learner's files, and whether the innermost frame of all is one of them. */
function framesInStack(stack: string): { frames: Place[]; own: boolean } {
  const lines = stack.split("\n").filter((line) => /^\s*at /.test(line));
  const places = lines.map(placeInFrame);
  const found = places.filter((place) => place !== null).slice(0, MOST_FRAMES);
  return { frames: found, own: lines.length === 0 || Boolean(places[0]) };
}

/**
 * The first frame of a stack trace that lies in a learner's file; null where none does, or where Express itself is at
 * work.
 */
export function placeInStack(stack: string): Place | null {
  for (const line of stack.split("\n")) {
    if (line.includes(lastResort)) return null;
    const place = placeInFrame(line);
    if (place) return place;
  }
  return null;
}

const Intact = Error;
const { get, set } = Reflect;

/** How many frames to look at: first a few, because more are seldom needed and each costs time; then many. */
const FRAMES = [12, 60];

/** The learner's line that is being executed now. */
export function placeNow(): Place | null {
  const { stackTraceLimit } = Intact;
  const formed: unknown = get(Intact, "prepareStackTrace");
  try {
    // A program may have its stack traces made in another form.
    if (formed !== undefined) set(Intact, "prepareStackTrace", undefined);
    for (let i = 0; i < FRAMES.length; i++) {
      Intact.stackTraceLimit = FRAMES[i] ?? 0;
      const place = placeInStack(String(new Intact("here").stack));
      if (place) return place;
    }
    return null;
  } catch {
    return null;
  } finally {
    try {
      Intact.stackTraceLimit = stackTraceLimit;
      if (formed !== undefined) set(Intact, "prepareStackTrace", formed);
    } catch {
      // The Error was frozen, so nothing was changed.
    }
  }
}

const placesOfErrors = new WeakMap<object, Place>();

/** Notes the learner's line that is being executed, for an error whose own stack trace may be too short to show it. */
export function rememberPlaceOf(thrown: unknown): void {
  const place = placeNow();
  if (place && typeof thrown === "object" && thrown !== null) placesOfErrors.set(thrown, place);
}

function read(holder: object, name: string): unknown {
  try {
    return get(holder, name);
  } catch {
    return undefined;
  }
}

function text(value: unknown): string {
  try {
    return String(value).slice(0, 10_000);
  } catch {
    return "something that cannot be turned into text";
  }
}

/** What can be told about any thrown value: null, a string, an error whose getters throw. Never throws. */
export function faultOf(thrown: unknown): Fault {
  if ((typeof thrown !== "object" && typeof thrown !== "function") || thrown === null) {
    const name = thrown === null ? "null" : typeof thrown;
    return {
      name,
      message: text(thrown),
      code: null,
      status: null,
      stack: "",
      frames: [],
      own: true,
      place: null,
    };
  }
  const code = read(thrown, "code");
  const status = read(thrown, "status");
  const stack = text(read(thrown, "stack") ?? "");
  return {
    name: text(read(thrown, "name") ?? "Error"),
    message: text(read(thrown, "message") ?? ""),
    code: typeof code === "string" ? code : null,
    status: typeof status === "number" ? status : null,
    stack,
    ...framesInStack(stack),
    place: placeInStack(stack) ?? placesOfErrors.get(thrown) ?? null,
  };
}
