/** Names the cause of a failed check: a pure function of the evidence. */

import { exchangeLabel } from "../judge/check.ts";
import type { CheckResult } from "../judge/check.ts";
import type { Handled, Source } from "../source/source.ts";
import type { Exchange, Place, Transcript } from "../transcript.ts";
import { isAnsweredFromCatch } from "./catching.ts";
import type { Diagnosis, Evidence, Mistake } from "./mistake.ts";
import { answerMistakes, bootMistakes, firstMistakes, routeMistakes, troubleMistakes } from "./mistakes.ts";
import { faultsOf, isCutOff } from "./read-evidence.ts";
import { unexplained } from "./unexplained.ts";

/** The exchange that a failed check is about: its own, else the first one that has no proper answer. */
function exchangeOfFailure(failure: CheckResult, transcript: Transcript): Exchange | null {
  const own = transcript.exchanges.find(({ label }) => label === exchangeLabel(failure));
  const odd = transcript.exchanges.find(
    ({ response, events }) => response === null || events.some(({ kind }) => kind === "answered-again"),
  );
  return own ?? odd ?? transcript.exchanges.at(-1) ?? null;
}

/**
 * Whether the program may have caught an error that would explain the failure: a request hung, or was answered in a
 * catch.
 */
export function hidesAnError(
  transcript: Transcript,
  results: readonly CheckResult[],
  source: Source,
): boolean {
  const failure = results.find(({ finding }) => finding.status === "failed");
  if (!failure || !source.files.some(({ text }) => /\bcatch\b/.test(text))) return false;
  const hangs = transcript.exchanges.some(({ hang }) => hang === "waiting");
  return hangs || isAnsweredFromCatch(source, exchangeOfFailure(failure, transcript));
}

/**
 * Whether an error that may explain the failure was thrown so deep in a library that its stack trace ends before it
 * comes to the learner's files.
 */
export function lacksPlace(transcript: Transcript, results: readonly CheckResult[]): boolean {
  const failure = results.find(({ finding }) => finding.status === "failed");
  if (!failure) return false;
  return faultsOf(exchangeOfFailure(failure, transcript)).some(isCutOff);
}

/**
 * Whether a place can be one of the learner's text. A stack names lines of the translated text where a translation tells
 * nothing better, as with decorators.
 */
function isThere({ files }: Source, place: Place | null): boolean {
  const text = files.find(({ path }) => path === place?.file)?.text;
  if (!place || text === undefined) return true;
  const line = text.split("\n")[place.line - 1];
  return line !== undefined && place.column <= line.length + 1;
}

/** A transcript whose boot did not fail at a line that the learner's text lacks: rules speak of the line that they show. */
function withPlaceOfText(transcript: Transcript, source: Source): Transcript {
  const { boot } = transcript;
  if (boot.outcome !== "crashed" || !boot.fault || isThere(source, boot.fault.place)) return transcript;
  return { ...transcript, boot: { ...boot, fault: { ...boot.fault, place: null } } };
}

/** The lines that were seen to handle requests. */
function handledIn(transcripts: readonly Transcript[]): Handled[] {
  return transcripts
    .flatMap(({ exchanges }) => exchanges)
    .flatMap(({ request: { method, path }, events }) =>
      events.flatMap((event): Handled[] => {
        const place = event.kind === "entered" || event.kind === "answered" ? event.place : null;
        if (!place || (event.kind === "entered" && event.role !== "handler")) return [];
        return [{ method, path, by: event.kind === "answered" ? "answer" : "registration", place }];
      }),
    );
}

/**
 * The causes of a failed check, the root cause first; never empty. Only the first failed check is explained: the others
 * mostly follow from it.
 *
 * @param own the mistakes that the step knows
 * @param happened the transcript of the check
 */
export function diagnose(
  own: readonly Mistake[],
  happened: Transcript,
  results: readonly CheckResult[],
  experiment: Transcript | null,
  written: Source,
): Diagnosis[] {
  const failure = results.find(({ finding }) => finding.status === "failed");
  if (!failure) return [];
  const source = { ...written, handled: handledIn([happened, ...(experiment ? [experiment] : [])]) };
  const transcript = withPlaceOfText(happened, source);
  const exchange = exchangeOfFailure(failure, transcript);
  const evidence: Evidence = { transcript, results, failure, exchange, experiment, source };
  // A step's own mistakes come first, because it knows more than the general rules.
  const general = [...troubleMistakes, ...routeMistakes, ...answerMistakes];
  const rules: readonly Mistake[] = [...bootMistakes, ...firstMistakes, ...own, ...general, unexplained];
  for (const { id, find } of rules) {
    const found = find(evidence);
    if (found) return [{ id, ...found, place: isThere(source, found.place) ? found.place : null }];
  }
  return [];
}
