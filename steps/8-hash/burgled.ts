/** What the thief's scenario found, for the checks and rules of step 8. */

import { exchangeOf } from "../../src/check/judge/read-transcript.ts";
import { basename } from "node:path";
import type { Source } from "../../src/check/source/source.ts";
import { placeOfKeeping, placeOfWriting } from "../../src/course/place-of-keeping.ts";
import type { Discovery, Exchange, Place, Transcript } from "../../src/check/transcript.ts";
import { isGood } from "../../src/course/sessions.ts";
import { shortToken } from "../../src/course/short-token.ts";

export type FoundToken = Extract<Discovery, { kind: "token" }>;

function isToken(one: Discovery): one is FoundToken {
  return one.kind === "token";
}

/** The first token that was in the store or in a file; null where none was. */
export function burgledIn({ discoveries }: Transcript): FoundToken | null {
  return discoveries.filter(isToken).find(({ form }) => form !== "part of a digest") ?? null;
}

/** The first digest of a token that is not kept whole; null where there is none. */
export function partOfDigestIn({ discoveries }: Transcript): FoundToken | null {
  return discoveries.filter(isToken).find(({ form }) => form === "part of a digest") ?? null;
}

/** The first text of the store that renewed when mallory sent it; null where none did. */
export function openedIn({ exchanges }: Transcript): Exchange | null {
  return exchanges.find((exchange) => exchange.label.startsWith("stolen-") && isGood(exchange)) ?? null;
}

/** Whether the theft happened: its logins went well. */
export function wasBurgled(transcript: Transcript): boolean {
  return exchangeOf(transcript, "login-before-burglary") !== null;
}

/** "In sessions[0].token": where it lay. */
export function whereInWords({ where, place }: FoundToken): string {
  return place ? `In ${basename(place.file)}, which the program wrote,` : `In ${where}`;
}

/**
 * The line of the source that keeps what was found. A file that the program wrote is in the copy that was checked, and
 * need not be in the learner's folder: the line that writes it is shown.
 */
export function placeOfFind(source: Source, { where, place }: FoundToken): Place | null {
  return placeOfKeeping(source, where) ?? (place && placeOfWriting(source, basename(place.file)));
}

/** The text that was found, shortened. */
export function textInShort({ text }: FoundToken): string {
  return shortToken(text.replace(/[^\x20-\x7e]/g, "·"));
}
