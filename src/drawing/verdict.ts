/** Draws a verdict: what holds, what does not and why, and what to type next. */

import { exchangeLabel } from "../check/judge/check.ts";
import type { CheckResult } from "../check/judge/check.ts";
import { answersInTime, answersOnce, keepsRunning, starts } from "../check/judge/general.ts";
import { isSuccess, requestLine, tokensOf } from "../check/judge/read-transcript.ts";
import type { Exchange, Request, Transcript } from "../check/transcript.ts";
import type { Verdict } from "../check/verdict/verdict.ts";
import { stepsBefore } from "../course/course.ts";
import { OTHERS } from "../course/others-tokens.ts";
import { accessTokenIn } from "../course/tokens-given.ts";
import { yourApp } from "./app-output.ts";
import type { Canvas } from "./canvas.ts";
import { breakCommand, curlLines } from "./curl-line.ts";
import { sceneOf } from "./scene.ts";
import { named, tokenNames } from "./token-names.ts";
import type { NameTokens } from "./token-names.ts";
import { explain, prose } from "./diagnosis.ts";
import type { Files } from "./diagnosis.ts";
import { beside } from "./expected-and-received.ts";
import { glyphsOf, paintOf } from "./style.ts";
import { hang, measureOf, printable, printableLine, spellOut, widthOf, wrap } from "./text.ts";

export interface VerdictOptions extends Canvas, Files {
  /**
   * What to type next, in full: after a pass to go on (`refresh-tutor start` unless told), else to check again.
   * null: nothing is said about it, because keys or a watch do it.
   */
  nextCommand?: string | null;
  /** How the learner types a command, such as "hint 3"; `refresh-tutor hint 3` unless told. */
  typed?: (words: string) => string;
  /** It is drawn at the top of a screen that says which step it is: what matters most goes first. */
  inPlace?: boolean;
  /** What serves the file that was checked; `serve N` unless told. */
  serveCommand?: string;
}

function typed(words: string, options: VerdictOptions): string {
  return options.typed ? options.typed(words) : `refresh-tutor ${words}`;
}

const general: ReadonlySet<string> = new Set(
  [starts, answersInTime, answersOnce, keepsRunning].map(({ id }) => id),
);
/** The path that ends a login. */
const LOGOUT = "/logout";
const GENERAL = "The app starts, answers each request once and in time, and keeps running";

/** The verdict as lines that fit, with a line feed at the end. Pure: `files` are read by the functions given. */
export function renderVerdict(verdict: Verdict, options: VerdictOptions): string {
  const { step } = verdict;
  const { bold } = paintOf(options);
  const title = wrap(spellOut(`Step ${step.number}: ${step.title}`, options), options.width).map((line) =>
    bold(line),
  );
  const body = verdict.passed ? passed(verdict, options) : fallenShort(verdict, options);
  if (options.inPlace) return `${body.join("\n")}\n`;
  return `${[...title, "", ...body].join("\n")}\n`;
}

/** A line for each check that holds; the general ones are one line where all of them do, and so are those of earlier steps. */
function holding({ step, results }: Verdict, options: VerdictOptions): string[] {
  const held = results.filter(({ finding }) => finding.status === "passed").map(({ check }) => check);
  const special = held.filter(({ id }) => !general.has(id));
  const folded = held.length - special.length === general.size;
  const earlier = special.filter((check) => step.added && !step.added.includes(check));
  const own = (folded ? special : held).filter((check) => !earlier.includes(check));
  const before = earlier.length === 0 ? [] : [`${counted(earlier.length)} of ${earlierThan(step)}`];
  const titles = [...(folded ? [GENERAL] : []), ...before, ...own.map(({ title }) => title)];
  const mark = `${paintOf(options).green(glyphsOf(options).holds)} `;
  return titles.flatMap((title) => hang(mark, spellOut(printable(title), options), measureOf(options)));
}

function counted(checks: number): string {
  return checks === 1 ? "1 check" : `${checks} checks`;
}

/** The steps before one, whose checks it makes as well. Part two begins again, not with step 1. */
function earlierThan(step: Verdict["step"]): string {
  return step.part === "two" ? "the steps before" : stepsBefore(step);
}

function passed(verdict: Verdict, options: VerdictOptions): string[] {
  const { step, advice } = verdict;
  const { bold, green } = paintOf(options);
  const held = holding(verdict, options);
  const lines = [bold(green(`Step ${step.number} is passed.`)), ...prose(step.learned, options), "", ...held];
  if (advice.length > 0) {
    const heading = "Everything holds. What could be better:";
    lines.push("", ...wrap(heading, options.width).map((line) => bold(line)));
    for (const one of advice) lines.push("", ...marked(explain(one, inner(options), options, 0), options));
  }
  lines.push(...ranInPlace(verdict, options));
  return [...lines, ...next([["Next", options.nextCommand ?? typed("start", options)]], options)];
}

/** Why a program was not copied, as the end of a sentence. */
const NOT_COPIED: Readonly<Record<NonNullable<Transcript["notCopied"]>, string>> = {
  "too-large": "its folder holds more than 5,000 files or 50 MB",
  "too-wide": "its folder is no project of its own",
  unreadable: "its folder cannot be read completely",
  "no-room": "there was no room for the copy",
};

/** A sentence where the program ran in the learner's own folder although it should have run in a copy. */
function ranInPlace({ transcript: { notCopied } }: Verdict, options: VerdictOptions): string[] {
  if (notCopied === null) return [];
  const sentence = `Your app ran in its own folder and not in a copy, because ${NOT_COPIED[notCopied]}: what it wrote is still there.`;
  return ["", ...prose(sentence, options)];
}

/** The canvas that is left inside of a mark and its indent. */
function inner(options: VerdictOptions): Canvas {
  return { ...options, width: options.width - 2 };
}

function marked(lines: readonly string[], options: VerdictOptions): string[] {
  const { advice } = glyphsOf(options);
  return lines.map((line, index) => (index === 0 ? `${advice} ${line}` : `  ${line}`).trimEnd());
}

function fallenShort(verdict: Verdict, options: VerdictOptions): string[] {
  const { step, results, diagnoses } = verdict;
  const failure = results.find(({ finding }) => finding.status === "failed");
  const held = holding(verdict, options);
  const failing = failure ? opened(failure, verdict, options) : [];
  const lines = options.inPlace ? [...failing, "", ...held] : [...held, ...failing];
  const remaining = results.filter(({ finding }) => finding.status !== "passed").length - 1;
  if (remaining > 0) {
    const text = `${remaining} more ${remaining === 1 ? "check waits" : "checks wait"} until this one holds.`;
    lines.push("", ...wrap(text, options.width).map((line) => paintOf(options).dim(line)));
  }
  lines.push(...ranInPlace(verdict, options));
  const [diagnosis] = diagnoses;
  const again = options.nextCommand ?? typed(`check ${step.number}`, options);
  const where = diagnosis?.place ? options.nameFile(diagnosis.place.file) : options.nameFile(verdict.file);
  const commands: Command[] = [
    [`Change ${printableLine(where)}, then`, again],
    ["A hint", typed(`hint ${step.number}`, options)],
  ];
  return [...lines, ...next(commands, options)];
}

/** The first check that does not hold, with all there is to know about it. */
function opened(failure: CheckResult, verdict: Verdict, options: VerdictOptions): string[] {
  const { check, finding } = failure;
  const { bold, red } = paintOf(options);
  const { fails } = glyphsOf(options);
  const title = spellOut(printable(check.title), options);
  const lines = hang(`${red(fails)} `, bold(title), measureOf(options));
  const [diagnosis] = verdict.diagnoses;
  if (diagnosis) lines.push("", ...explain(named(diagnosis, namesFor(verdict)), options, options));
  const exchange = exchangeOf(exchangeLabel(failure), verdict);
  if (exchange) lines.push("", ...sent(exchange, verdict, options));
  if (finding.status === "failed") {
    const name = namesFor(verdict);
    lines.push("", ...beside(name(finding.expected), name(finding.received), options));
  }
  const { file, transcript } = verdict;
  const rename = (line: string) => line.replaceAll(file, options.nameFile(file)).replaceAll("file://", "");
  const told = [diagnosis?.title, diagnosis?.why, finding.status === "failed" ? finding.received : ""];
  const output = yourApp(transcript.output, options, rename, told.join("\n"));
  return output.length > 0 ? [...lines, "", ...output] : lines;
}

/** The exchange that a check is about: the one it names, else the first that was not answered exactly once. */
function exchangeOf(label: string | null, { transcript }: Verdict): Exchange | null {
  const odd = ({ response, events }: Exchange) =>
    response === null || events.some(({ kind }) => kind === "answered-again");
  const own = transcript.exchanges.find((exchange) => exchange.label === label);
  return own ?? (label === null ? transcript.exchanges.find(odd) : undefined) ?? null;
}

/** The request as a curl line, and what had been sent before it. */
function sent(exchange: Exchange, verdict: Verdict, options: VerdictOptions): string[] {
  const { step, transcript, results } = verdict;
  const { bold, dim } = paintOf(options);
  const all = step.part === "one" ? transcript.exchanges : sceneOf(transcript, results).exchanges;
  const needed = neededFor(exchange, all).map(({ request }) => request);
  // The tokens of part two are random: a request that was printed with one would not work twice.
  const before = step.part === "one" ? withoutRepeats(needed) : [];
  const told = step.part === "one" ? [] : inTurn(needed.map(requestLine));
  const after = told.length > 0 ? ` (after ${told.join(", ")})` : "";
  const request = namedIn(exchange.request, namesFor(verdict));
  const serve = options.serveCommand ?? typed(`serve ${step.number}`, options);
  // A token of a check is of no use afterwards.
  const own = request === exchange.request ? "" : "; put tokens of your own for the named ones";
  const planted = step.part === "one" ? plantedIn([...before, exchange.request], all) : [];
  const order = before.length > 0 ? ", one after the other" : "";
  const heading = `To send it yourself, while \`${serve}\` runs${order}${after}${own}:`;
  const lines = wrap(printable(heading), measureOf(options)).map((line) => dim(line));
  const curls = [...before, request].flatMap((one) => curlLines(one, options.width, step.keepsCookies));
  const put =
    planted.length > 0
      ? prose(`(The check had put ${planted.join(" and ")} into the array before.)`, options)
      : [];
  return [...lines, ...curls.map((line) => bold(line)), ...put.map((line) => dim(line))];
}

/** The tokens in requests that the checks have put into the store, and the app never gave out. */
function plantedIn(requests: readonly Request[], exchanges: readonly Exchange[]): string[] {
  const stored = exchanges.flatMap(({ store }) => tokensOf(store) ?? []);
  const sent = requests.map(({ body }) => body ?? "").join("\n");
  return OTHERS.filter((token) => sent.includes(token) && stored.includes(token));
}

/** How tokens are named in a verdict: as in its diagram. Those of part one are fixed words. */
function namesFor({ step, transcript, results }: Verdict): NameTokens {
  return step.part === "one" ? (text) => text : tokenNames(sceneOf(transcript, results).exchanges);
}

/** A request with its tokens named; the same one where it holds none. */
function namedIn(request: Request, nameTokens: NameTokens): Request {
  const body = request.body === null ? null : nameTokens(request.body);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, nameTokens(value)]),
  );
  const same =
    body === request.body &&
    Object.entries(headers).every(([name, value]) => value === request.headers[name]);
  return same ? request : { ...request, headers, body };
}

/**
 * The exchanges that one needs before it, as far as the store shows: those of its world that changed the store, those that
 * sent the same and were answered well, the one that gave out what it sends, and the logout of its token, which may have
 * changed nothing where it should have. Where the store is not known, all that came before.
 */
function neededFor(exchange: Exchange, exchanges: readonly Exchange[]): Exchange[] {
  const own = exchanges.filter(({ world }) => world === exchange.world);
  const before = own.slice(0, Math.max(0, own.indexOf(exchange)));
  const isKnown = before.every(({ store }) => store.kind === "array" || store.kind === "absent");
  if (!isKnown || !before.some(({ store }) => store.kind === "array")) return before;
  const { body, headers } = exchange.request;
  const bearer = headers["authorization"];
  const giver = bearer === undefined ? undefined : before.findLast((one) => gave(one, bearer));
  return before.filter((one, index) => {
    const then = tokensOf(before[index - 1]?.store) ?? [];
    const changed = JSON.stringify(tokensOf(one.store) ?? []) !== JSON.stringify(then);
    if (changed || one === giver) return true;
    if (one.response === null || !isSuccess(one.response) || one.request.body !== body) return false;
    const { path, headers } = one.request;
    const same = path === exchange.request.path && headers["authorization"] === bearer;
    return same || (path === LOGOUT && body !== null);
  });
}

/** Whether an answer gave out the access token that a request sends. */
function gave(exchange: Exchange, bearer: string): boolean {
  const token = accessTokenIn(exchange);
  return token !== null && token !== "" && bearer.endsWith(` ${token}`);
}

/** Of requests that are the same in a row, one. */
function withoutRepeats(requests: readonly Request[]): Request[] {
  const curls = requests.map((request) => curlLines(request, Infinity).join());
  return requests.filter((_, index) => curls[index] !== curls[index + 1]);
}

/** What is said several times in a row is said once, with how often. */
function inTurn(words: readonly string[]): string[] {
  const runs: { word: string; count: number }[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last?.word === word) last.count++;
    else runs.push({ word, count: 1 });
  }
  return runs.map(({ word, count }) =>
    count > 1 ? `${word} ${count === 2 ? "twice" : `${count} times`}` : word,
  );
}

/** What to type, and what for. */
type Command = readonly [what: string, command: string];

function next(commands: readonly Command[], options: VerdictOptions): string[] {
  if (options.nextCommand === null) return [];
  const { cyan } = paintOf(options);
  const lines = commands.flatMap(([what, command]) => {
    const line = `${what}: ${cyan(printableLine(command))}`;
    if (widthOf(line) <= options.width) return [line];
    const broken = breakCommand(printableLine(command), options.width).map((part) => cyan(part));
    return [...wrap(`${what}:`, options.width), ...broken];
  });
  return ["", ...lines];
}
