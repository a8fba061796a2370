/** The sequence diagram: what client and server sent to each other, and what `refreshTokens` held afterwards. */

import { exchangeLabel } from "../check/judge/check.ts";
import type { Check, CheckResult } from "../check/judge/check.ts";
import { inShort } from "../check/judge/error-page.ts";
import { listInWords, received, requestLine, tokensOf } from "../check/judge/read-transcript.ts";
import type { Exchange, Store, Transcript } from "../check/transcript.ts";
import { OTHERS } from "../course/others-tokens.ts";
import type { Canvas } from "./canvas.ts";
import { glyphsOf, paintOf } from "./style.ts";
import { fold, hang, measureOf, pad, printableLine, shorten, truncate, widthOf, wrap } from "./text.ts";

/** One request and its answer, as they are drawn. All texts may be foreign. */
export interface DrawnExchange {
  /** Method and path. */
  request: string;
  requestBody: string | null;
  /** The status, and what stands beside it; null: there was no answer, and `answerBody` says why. */
  status: string | null;
  answerBody: string | null;
  /** What `refreshTokens` holds after it; null where that is not known. */
  store: string | null;
  /** Set where the answer is not the right one. */
  wrong: { expected: string; received: string } | null;
}

/** The positions of lines and texts, in columns. */
interface Layout {
  canvas: Canvas;
  /** Between the two lifelines. */
  inner: number;
  /** Before what stands between them. */
  indent: string;
  /** The room beside the lifelines for what the store holds; 0: it stands between them. */
  beside: number;
}

/** The left lifeline stands under the third letter of `client`, the right one under the third of `server`. */
const LEFT = 2;
const RIGHT = 3;
const GAP = 2;
/** How many rows a body, and what the store holds, may take. */
const MOST_ROWS = 2;
/** How much is said of what was expected and received, in characters. */
const MOST_SAID = 160;
/** From this width on, the store has room beside the lifelines. */
const WIDE = 72;
const WIDEST = 120;

function layoutOf(canvas: Canvas): Layout {
  const width = Math.min(canvas.width, WIDEST);
  const wide = width >= WIDE;
  const beside = wide ? Math.floor(width / 4) : 0;
  const rest = width - LEFT - 2 - RIGHT - (wide ? GAP + beside : 0);
  return { canvas, inner: Math.max(6, rest), indent: wide ? "    " : "  ", beside };
}

/**
 * The names over the lifelines.
 *
 * @param store what `refreshTokens` holds before the first exchange; null: not known
 * @param hasStore false where no store is drawn
 */
export function drawParties(canvas: Canvas, store: string | null = null, hasStore = true): string {
  const layout = layoutOf(canvas);
  const { inner, beside } = layout;
  const names = `client${" ".repeat(Math.max(1, LEFT + inner - 7))}server`;
  const heading = beside > 0 && hasStore ? `${pad(names, columnsBefore(layout))}refreshTokens` : names;
  return [paintOf(canvas).bold(heading), ...withStore(layout, [row(layout, "")], store)].join("\n");
}

/** One exchange: an arrow for the request, one for the answer, and the store after it. */
export function drawExchange(exchange: DrawnExchange, canvas: Canvas): string {
  const layout = layoutOf(canvas);
  const { request, requestBody, store, wrong } = exchange;
  const { more } = glyphsOf(canvas);
  const asked = arrow(layout, "request", request, requestBody, false);
  const answered = answer(layout, exchange);
  if (wrong) {
    const short = (words: string) => shorten(printableLine(inShort(words)), MOST_SAID, more);
    answered.push(...rows(layout, `expected: ${short(wrong.expected)}`));
    if (exchange.status !== null) answered.push(...rows(layout, `received: ${short(wrong.received)}`));
  }
  return [...asked, ...withStore(layout, answered, store)].join("\n");
}

/** The whole conversation, from the names to the last answer, with a line feed at the end. */
export function drawConversation(
  exchanges: readonly DrawnExchange[],
  canvas: Canvas,
  storeAtStart: string | null = null,
  hasStore = true,
): string {
  const drawn = exchanges.map((exchange) => drawExchange(exchange, canvas));
  return `${[drawParties(canvas, storeAtStart, hasStore), ...drawn, row(layoutOf(canvas), "")].join("\n")}\n`;
}

function columnsBefore({ inner }: Layout): number {
  return LEFT + 2 + inner + RIGHT + GAP;
}

/** A row between the lifelines. `between` fits. */
function row({ canvas, inner }: Layout, between: string): string {
  const bar = paintOf(canvas).dim(glyphsOf(canvas).bar);
  return `${" ".repeat(LEFT)}${bar}${pad(between, inner)}${bar}`;
}

/** Text between the lifelines, in as many rows as it takes. */
function rows(layout: Layout, text: string): string[] {
  const { inner, indent } = layout;
  return hang(indent, text, inner - 1).map((line) => row(layout, line));
}

/** A plain text in a few rows. What does not fit is cut off. */
function fewRows(text: string, columns: number, more: string): string[] {
  const lines = fold(text, columns).map((line) => line.trim());
  if (lines.length <= MOST_ROWS) return lines;
  return [...lines.slice(0, MOST_ROWS - 1), truncate(lines.slice(MOST_ROWS - 1).join(" "), columns, more)];
}

/** Adds what the store holds: beside the first rows if there is room, else below. */
function withStore(layout: Layout, drawn: readonly string[], store: string | null): string[] {
  const { canvas, beside } = layout;
  if (store === null) return [...drawn];
  const { more } = glyphsOf(canvas);
  const held = printableLine(store);
  if (beside === 0) return [...drawn, ...rows(layout, `refreshTokens: ${shorten(held, MOST_SAID, more)}`)];
  const notes = fewRows(held, beside, more);
  return Array.from({ length: Math.max(drawn.length, notes.length) }, (_, index) => {
    const line = drawn[index] ?? row(layout, "");
    return notes[index] === undefined ? line : pad(line, columnsBefore(layout)) + notes[index];
  });
}

/** An arrow with its text. The body stands below it if it does not fit. */
function arrow(
  layout: Layout,
  kind: "request" | "answer",
  head: string,
  body: string | null,
  wrong: boolean,
) {
  const { canvas, inner, indent } = layout;
  const { red, bold, dim } = paintOf(canvas);
  const { line, bar, fromClient, toServer, toClient, fromServer, fails, more } = glyphsOf(canvas);
  const text = printableLine(inShort(body ?? "")).trim();
  const marked = (wrong ? `${fails} ` : "") + printableLine(head);
  // Two lines and a space before the text, a space and two lines after it, and the arrow's head.
  const room = Math.max(1, inner - 7);
  const together = text !== "" && widthOf(`${marked} ${text}`) <= room;
  const label = together ? `${marked} ${text}` : truncate(marked, room, more);
  const painted = wrong ? bold(red(label)) : label;
  const shaft = `${line.repeat(2)} ${painted} ${line.repeat(Math.max(0, inner - 5 - widthOf(label)))}`;
  const whole =
    kind === "request"
      ? dim(fromClient) + shaft + toServer + dim(bar)
      : dim(bar) + toClient + shaft + dim(fromServer);
  const below = text === "" || together ? [] : fewRows(spaced(text), inner - indent.length - 1, more);
  return [" ".repeat(LEFT) + whole, ...below.map((part) => row(layout, indent + part))];
}

function answer(layout: Layout, { status, answerBody, wrong }: DrawnExchange): string[] {
  // What was received is shown below, with its body.
  if (status !== null) return arrow(layout, "answer", status, wrong ? null : answerBody, wrong !== null);
  const { red, bold } = paintOf(layout.canvas);
  const { fails, dash, more } = glyphsOf(layout.canvas);
  const broken = ` ${dash.repeat(Math.max(0, layout.inner - 2))}`;
  const why = shorten(printableLine(answerBody ?? "no answer"), MOST_SAID, more);
  const reason = hang(`${layout.indent}${fails} `, why, layout.inner - 1);
  return [row(layout, broken), ...reason.map((line) => row(layout, bold(red(line))))];
}

/** JSON with a space after each comma between strings, so that it can be broken there. */
function spaced(json: string): string {
  return json.replaceAll(/",(?=")/g, '", ');
}

/** What `refreshTokens` holds, or what to say instead; null where it could not be read. */
export function storeInShort(store: Store): string | null {
  const tokens = tokensOf(store);
  if (tokens) return spaced(listInWords(tokens));
  if (store.kind === "other") return `not an array: ${store.type}`;
  return store.kind === "absent" ? "not there" : null;
}

/** An exchange of a transcript in the form that is drawn. */
export function drawnExchange(exchange: Exchange, wrong: DrawnExchange["wrong"] = null): DrawnExchange {
  const { request, response, store } = exchange;
  return {
    request: requestLine(request),
    requestBody: request.body,
    status: response ? String(response.status) : null,
    answerBody: response ? response.body : received(exchange),
    store: storeInShort(store),
    wrong,
  };
}

/**
 * Whether `refreshTokens` is drawn. Before a step checks it, the learner has not met it: then only if it is there.
 *
 * @param checks of the step
 */
export function drawsStore(checks: readonly Pick<Check, "id">[], stores: readonly Store[]): boolean {
  return (
    checks.some(({ id }) => id.startsWith("store-")) ||
    stores.some(({ kind }) => kind === "array" || kind === "other")
  );
}

/** A transcript as a diagram. The answer that the first failed check is about is marked. */
export function drawTranscript(
  { exchanges, storeAtStart }: Transcript,
  results: readonly CheckResult[],
  canvas: Canvas,
): string {
  const failure = results.find(({ finding }) => finding.status === "failed");
  const wrong = failure?.finding.status === "failed" ? failure.finding : null;
  const stores = [storeAtStart, ...exchanges.map(({ store }) => store)];
  const checks = results.map(({ check }) => check);
  const hasStore = drawsStore(checks, stores);
  const drawn = exchanges.map((exchange) => {
    const isFailed = failure !== undefined && exchange.label === exchangeLabel(failure);
    const one = drawnExchange(exchange, isFailed ? wrong : null);
    return hasStore ? one : { ...one, store: null };
  });
  const drawing = drawConversation(drawn, canvas, hasStore ? storeInShort(storeAtStart) : null, hasStore);
  return drawing + (hasStore ? othersInWords(stores, canvas) : "");
}

/** Where tokens come from that the app never gave out, as a sentence with a line feed at its end; empty: there are none. */
function othersInWords(stores: readonly Store[], canvas: Canvas): string {
  const held = stores.flatMap((store) => tokensOf(store) ?? []);
  const others = OTHERS.filter((token) => held.includes(token));
  if (others.length === 0) return "";
  const whose = others.length === 1 ? "the token of somebody else" : "tokens of other people";
  const note = `(The check has put in ${others.join(" and ")}, ${whose}.)`;
  return `${wrap(note, measureOf(canvas)).join("\n")}\n`;
}
