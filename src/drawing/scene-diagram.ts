/**
 * The sequence diagram of part two: a lane for each person, a mark for the thief, lines for clock moves and power cuts.
 */

import { exchangeLabel } from "../check/judge/check.ts";
import type { CheckResult } from "../check/judge/check.ts";
import { inShort } from "../check/judge/error-page.ts";
import { parsed, received, requestLine } from "../check/judge/read-transcript.ts";
import { isRecord } from "../base/shape.ts";
import type { Exchange, Move, Transcript } from "../check/transcript.ts";
import type { Canvas } from "./canvas.ts";
import { sceneOf } from "./scene.ts";
import { glyphsOf, paintOf } from "./style.ts";
import { hang, printableLine, shorten, truncate, widthOf } from "./text.ts";
import { initialOf, tokenNames } from "./token-names.ts";
import type { NameTokens } from "./token-names.ts";

const THIEF = "mallory";
/** From this width on, the lanes have room for whole names. */
const WIDE = 72;
const WIDEST = 120;
/** How many exchanges are drawn: the last ones. */
const MOST_EXCHANGES = 12;
/** How much is said of what was expected and received, in characters. */
const MOST_SAID = 160;

/** A person's lane. */
interface Lane {
  actor: string;
  heading: string;
  /** The column of its lifeline. */
  at: number;
}

interface Layout {
  canvas: Canvas;
  lanes: readonly Lane[];
  /** The column of the last person's lifeline. Texts stand between it and the server's. */
  last: number;
  server: number;
}

function layoutOf(actors: readonly string[], canvas: Canvas): Layout {
  const width = Math.min(canvas.width, WIDEST);
  const whole = width >= WIDE;
  const lanes: Lane[] = [];
  let start = 0;
  for (const actor of actors) {
    const mark = actor === THIEF ? (whole ? " (thief)" : "!") : "";
    const heading = `${whole ? actor : initialOf(actor)}${mark}`;
    lanes.push({ actor, heading, at: start + (whole ? 2 : 0) });
    start += heading.length + 2;
  }
  const last = lanes.at(-1)?.at ?? 0;
  return { canvas, lanes, last, server: Math.max(last + 8, width - 4) };
}

/** Says which lane belongs to whom, where there is room only for initials. */
function legend({ canvas, lanes }: Layout): string[] {
  if (Math.min(canvas.width, WIDEST) >= WIDE) return [];
  const names = lanes.map(
    ({ actor, heading }) => `${heading} ${actor}${actor === THIEF ? ", the thief" : ""}`,
  );
  return [...hang("", names.join(", "), canvas.width), ""];
}

function headings({ canvas, lanes, server }: Layout): string {
  const { bold } = paintOf(canvas);
  let line = "";
  for (const { heading, at } of lanes)
    line = line.padEnd(Math.max(0, at - (at === 0 || heading.length < 3 ? 0 : 2))) + heading;
  const room = Math.max(line.length + 1, server - 2);
  return bold(`${line.padEnd(room)}server`);
}

/** A row with every lifeline. `between` stands before the server's, and fits. */
function row({ canvas, lanes, last, server }: Layout, between: string): string {
  const { bar } = glyphsOf(canvas);
  let line = "";
  for (const { at } of lanes) line = line.padEnd(at) + bar;
  const rest = server - last - 1;
  return `${line}${between}${" ".repeat(Math.max(0, rest - widthOf(between)))}${bar}`;
}

function rows(layout: Layout, text: string): string[] {
  return hang("  ", text, layout.server - layout.last - 2).map((line) => row(layout, line));
}

/** An arrow between a person's lifeline and the server's. It goes over the lanes between them. */
function arrow(
  layout: Layout,
  actor: string,
  kind: "request" | "answer",
  label: string,
  wrong: boolean,
): string {
  const { canvas, lanes, last, server } = layout;
  const { bar, line, fromClient, toServer, toClient, fromServer, more } = glyphsOf(canvas);
  const { red, bold } = paintOf(canvas);
  const own = lanes.find((lane) => lane.actor === actor)?.at ?? 0;
  let before = "";
  for (const { at } of lanes) if (at < own) before = before.padEnd(at) + bar;
  before = before.padEnd(own) + (kind === "request" ? fromClient : bar);
  const across = (kind === "answer" ? toClient : line) + line.repeat(Math.max(0, last - own + 1));
  const room = server - last - 7;
  const text = truncate(label, Math.max(1, room), more);
  const rest = line.repeat(Math.max(0, room - widthOf(text)));
  const end = kind === "request" ? `${line}${toServer}${bar}` : `${line}${line}${fromServer}`;
  return `${before}${across} ${wrong ? bold(red(text)) : text} ${rest}${end}`;
}

/** A body in a few words; only its tokens, if it holds nothing else. */
function inWords(body: string, nameTokens: NameTokens): string {
  const json = parsed(body);
  const entries = isRecord(json) ? Object.entries(json) : [];
  const tokens = entries.every(
    ([name, value]) => /^(access|refresh)Token$/.test(name) && typeof value === "string",
  );
  if (entries.length > 0 && tokens) return entries.map(([, value]) => nameTokens(String(value))).join(", ");
  return nameTokens(inShort(body)).trim();
}

function requestInWords({ request, actor }: Exchange, nameTokens: NameTokens): string {
  const { headers, body } = request;
  const json = body === null ? null : parsed(body);
  const isOwnLogin = isRecord(json) && json["username"] === actor;
  const said = [headers["authorization"], headers["cookie"], headers["origin"]].flatMap(
    (value) => value ?? [],
  );
  const sent = body === null || body === "{}" || isOwnLogin ? [] : [inWords(body, nameTokens)];
  return [requestLine(request), ...said.map(nameTokens), ...sent].join(" ");
}

function answerInWords({ response }: Exchange, nameTokens: NameTokens): string {
  if (!response) return "";
  const cookies = response.setCookies.map((line) => `Set-Cookie: ${nameTokens(line)}`);
  return [String(response.status), inWords(response.body, nameTokens), ...cookies].filter(Boolean).join(" ");
}

/** An exchange, and how many times it was repeated at once. */
interface Turn {
  exchange: Exchange;
  times: number;
}

/**
 * Exchanges in a row with the same request and the same status are drawn once. The shown exchange is always drawn by
 * itself.
 */
function turnsOf(exchanges: readonly Exchange[], shown: string | null): Turn[] {
  const turns: Turn[] = [];
  const keyOf = ({ actor, request, response, label }: Exchange) =>
    label === shown ? label : JSON.stringify([actor, request, response?.status ?? null]);
  for (const exchange of exchanges) {
    const before = turns.at(-1);
    if (before && keyOf(before.exchange) === keyOf(exchange)) before.times += 1;
    else turns.push({ exchange, times: 1 });
  }
  return turns;
}

const UNITS = [
  ["day", 24 * 60 * 60_000],
  ["hour", 60 * 60_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

/** "32 days", "61 minutes": a time (ms) in the largest unit that makes sense. */
function duration(ms: number): string {
  const [name, length] = UNITS.find(([, unit]) => ms >= 2 * unit) ?? UNITS[3];
  const count = Math.round(ms / length);
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}

function moveInWords(move: Move): string {
  if (move.kind === "clock") return `${duration(move.by)} later`;
  if (move.kind === "cut") return "the power is cut: the server is gone";
  return move.boot.outcome === "up" ? "the server is started again" : "the server does not start again";
}

function across({ canvas, server }: Layout, text: string): string {
  const { dash, more } = glyphsOf(canvas);
  const said = truncate(text, Math.max(1, server - 6), more);
  return paintOf(canvas).bold(
    `${dash.repeat(3)} ${said} ${dash.repeat(Math.max(0, server - 4 - widthOf(said)))}`,
  );
}

/**
 * The scene of a verdict as a diagram, with a line feed at the end. The answer that the first failed check is about is
 * marked.
 */
export function drawScene(transcript: Transcript, results: readonly CheckResult[], canvas: Canvas): string {
  const { exchanges, moves } = sceneOf(transcript, results);
  const failure = results.find(({ finding }) => finding.status === "failed");
  const wrong = failure?.finding.status === "failed" ? failure.finding : null;
  const shown = failure ? exchangeLabel(failure) : null;
  const left = Math.max(0, exchanges.length - MOST_EXCHANGES);
  const drawn = exchanges.slice(left);
  const nameTokens = tokenNames(exchanges);
  const layout = layoutOf([...new Set(drawn.map(({ actor }) => actor))], canvas);
  const { fails, dash, more } = glyphsOf(canvas);
  const { red, bold } = paintOf(canvas);
  const lines = [...legend(layout), headings(layout), row(layout, "")];
  if (left > 0) lines.push(across(layout, `after ${left} more request${left === 1 ? "" : "s"}`));
  const said = (words: string) => shorten(printableLine(nameTokens(inShort(words))), MOST_SAID, more);
  for (const { exchange, times } of turnsOf(drawn, shown)) {
    const index = exchanges.indexOf(exchange);
    for (const move of moves.filter(({ before }) => before === index))
      lines.push(across(layout, moveInWords(move)));
    const { actor, label, response } = exchange;
    const often = times > 1 ? ` (${times} times)` : "";
    const isWrong = wrong !== null && label === shown;
    lines.push(
      arrow(layout, actor, "request", printableLine(requestInWords(exchange, nameTokens)) + often, false),
    );
    if (response) {
      const told = times > 1 ? String(response.status) : answerInWords(exchange, nameTokens);
      const answer = isWrong ? `${fails} ${response.status}` : printableLine(told);
      lines.push(arrow(layout, actor, "answer", answer, isWrong));
    } else {
      lines.push(row(layout, ` ${dash.repeat(Math.max(0, layout.server - layout.last - 3))}`));
      lines.push(...rows(layout, `${fails} ${said(received(exchange))}`).map((line) => bold(red(line))));
    }
    if (!isWrong) continue;
    lines.push(...rows(layout, `expected: ${said(wrong.expected)}`));
    if (response) lines.push(...rows(layout, `received: ${said(wrong.received)}`));
  }
  lines.push(row(layout, ""));
  return `${lines.join("\n")}\n`;
}
