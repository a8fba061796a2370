/**
 * Reads what the guest says over the channel. The learner's program runs in the same process: it can write there too,
 * and changes that it makes to built-ins can spoil the guest's own messages. So every message is checked before it is
 * believed.
 */

import type { Readable } from "node:stream";
import { parseJson } from "../../base/json.ts";
import {
  anyOf,
  isAnything,
  isFlag,
  isNumber,
  isRecord,
  isText,
  listOf,
  oneOf,
  orNull,
  record,
} from "../../base/shape.ts";
import type { Event, Fault, Holder, Layer, Place, Store } from "../transcript.ts";
import type { Answer, FromGuest } from "./protocol.ts";

/** In characters. The guest's own lines are shorter, so a longer one is the program's. */
const LONGEST_LINE = 8 * 1024 * 1024;

const isPlace = record<Place>({ file: isText, line: isNumber, column: isNumber });

const isFault = record<Fault>({
  name: isText,
  message: isText,
  code: orNull(isText),
  status: orNull(isNumber),
  stack: isText,
  frames: listOf(isPlace),
  own: isFlag,
  place: orNull(isPlace),
});

const isEvent = anyOf<Event>(
  record<Extract<Event, { kind: "entered" }>>({
    kind: oneOf("entered"),
    name: isText,
    role: oneOf("handler", "middleware", "error-handler"),
    place: orNull(isPlace),
    body: oneOf("absent", "empty", "object", "text", "other"),
  }),
  record<Extract<Event, { kind: "answered" }>>({ kind: oneOf("answered"), place: orNull(isPlace) }),
  record<Extract<Event, { kind: "answered-again" }>>({
    kind: oneOf("answered-again"),
    place: orNull(isPlace),
  }),
  record<Extract<Event, { kind: "threw" }>>({ kind: oneOf("threw"), fault: isFault }),
  record<Extract<Event, { kind: "warned" }>>({ kind: oneOf("warned"), name: isText, message: isText }),
  record<Extract<Event, { kind: "caught" }>>({ kind: oneOf("caught"), fault: isFault }),
  record<Extract<Event, { kind: "made-function" }>>({
    kind: oneOf("made-function"),
    name: isText,
    place: orNull(isPlace),
  }),
);

const isStore = anyOf<Store>(
  record<Extract<Store, { kind: "array" }>>({
    kind: oneOf("array"),
    tokens: listOf(isAnything),
    scope: oneOf("closure", "global", "property"),
  }),
  record<Extract<Store, { kind: "other" }>>({ kind: oneOf("other"), type: isText }),
  record<Extract<Store, { kind: "absent" }>>({ kind: oneOf("absent") }),
  record<Extract<Store, { kind: "unknown" }>>({ kind: oneOf("unknown") }),
);

const isHolder = record<Holder>({ name: isText, type: isText, tokens: listOf(isAnything) });

const isLayer = record<Layer>({
  role: oneOf("route", "middleware"),
  methods: listOf(isText),
  path: isText,
  name: isText,
  place: orNull(isPlace),
});

function isAnswer(value: unknown): value is Answer {
  if (!isRecord(value)) return false;
  const { store, holders, sizes, layers, added, reached } = value;
  return (
    (store === undefined || isStore(store)) &&
    (holders === undefined || listOf(isHolder)(holders)) &&
    (sizes === undefined || (isRecord(sizes) && Object.values(sizes).every(isNumber))) &&
    (layers === undefined || listOf(isLayer)(layers)) &&
    (added === undefined || isFlag(added)) &&
    (reached === undefined ||
      listOf(record<{ where: string; text: string }>({ where: isText, text: isText }))(reached))
  );
}

type Saying<S extends FromGuest["say"]> = Extract<FromGuest, { say: S }>;

/** Whether a value is a message of the guest. */
export const isFromGuest = anyOf<FromGuest>(
  record<Saying<"event">>({ say: oneOf("event"), n: isNumber, event: isEvent }),
  record<Saying<"answer">>({ say: oneOf("answer"), id: isNumber, n: isNumber, answer: isAnswer }),
  record<Saying<"fault">>({ say: oneOf("fault"), n: isNumber, fault: isFault }),
  record<Saying<"exit">>({
    say: oneOf("exit"),
    apps: isNumber,
    listened: isFlag,
    called: isFlag,
    place: orNull(isPlace),
  }),
  record<Saying<"up">>({ say: oneOf("up"), how: oneOf("listened", "served"), port: isNumber }),
  record<Saying<"evaluated">>({ say: oneOf("evaluated"), apps: isNumber, exported: isFlag }),
  record<Saying<"offspring">>({ say: oneOf("offspring") }),
  record<Saying<"looking">>({ say: oneOf("looking") }),
  record<Saying<"foreign">>({ say: oneOf("foreign") }),
  record<Saying<"idle">>({ say: oneOf("idle"), apps: isNumber }),
);

/**
 * Calls `hear` with each message of the guest that comes over the channel.
 *
 * @param secret what each message starts with
 * @param rename gives the paths in a line the learner's own names
 */
export function hearGuest(
  channel: Readable,
  secret: string,
  rename: (line: string) => string,
  hear: (message: FromGuest) => void,
): void {
  const prefix = `${secret} `;
  let pieces: string[] = [];
  let size = 0;
  const take = (line: string) => {
    if (!line.startsWith(prefix)) return;
    const message = parseJson(rename(line.slice(prefix.length)));
    if (isFromGuest(message)) hear(message);
  };
  channel.setEncoding("utf8");
  channel.on("data", (chunk: string) => {
    const [end = "", ...lines] = chunk.split("\n");
    size += end.length;
    // Of a flood without a line feed, nothing is kept.
    if (size <= LONGEST_LINE) pieces.push(end);
    else pieces = [];
    if (lines.length === 0) return;
    take(pieces.join(""));
    const rest = lines.pop() ?? "";
    for (const line of lines) take(line);
    [pieces, size] = [[rest], rest.length];
  });
}
