/** Short names for tokens: ada's second refresh token is A2, her first access token is "access A1". */

import type { Diagnosis } from "../check/diagnosis/mistake.ts";
import type { Exchange } from "../check/transcript.ts";
import { accessTokenIn, refreshTokenIn } from "../course/tokens-given.ts";

/** Gives the tokens in a text their names. */
export type NameTokens = (text: string) => string;

/** A shorter token is shown as it is: part one's fixed words, and those that can be read at a glance. */
const SHORTEST = 20;
/** What is left of a long one that nobody was given, in characters. */
const SHOWN = 8;
const LONG_WORD = /[\w.~+/%=-]{32,}/g;

/** How each person's tokens begin. */
const INITIALS: Readonly<Record<string, string>> = { ada: "A", alan: "L", grace: "G", mallory: "M", you: "" };

/** The first letter of a person's tokens: no two people share it. */
export function initialOf(actor: string): string {
  return INITIALS[actor] ?? actor.slice(0, 1).toUpperCase();
}

/**
 * Names the tokens that some exchanges handed out, each after the person who got it first and counted from 1. A long word
 * that is none of them is cut short.
 */
export function tokenNames(exchanges: readonly Exchange[]): NameTokens {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const add = (token: string | null, before: string) => {
    if (token === null || token.length < SHORTEST || names.has(token)) return;
    const count = (counts.get(before) ?? 0) + 1;
    counts.set(before, count);
    names.set(token, `${before}${count}`);
  };
  for (const exchange of exchanges) {
    add(accessTokenIn(exchange), `access ${initialOf(exchange.actor)}`);
    add(refreshTokenIn(exchange), initialOf(exchange.actor));
  }
  // A token may be a part of another: the longest first.
  const inOrder = [...names].toSorted(([a], [b]) => b.length - a.length);
  // The end of a long text was cut off, and the last token with it.
  const cutOff = (word: string, begin: string) => {
    const name = inOrder.find(([token]) => token.startsWith(begin))?.[1];
    return name === undefined ? word : `${name}…`;
  };
  return (text) =>
    inOrder
      .reduce((named, [token, name]) => named.replaceAll(token, name), text)
      .replaceAll(/([\w.~+/%=-]{8,})…/g, cutOff)
      .replaceAll(LONG_WORD, (word) => `${word.slice(0, SHOWN)}...`);
}

/** A diagnosis with the tokens in its texts named. */
export function named(diagnosis: Diagnosis, nameTokens: NameTokens): Diagnosis {
  const { title, why, fix } = diagnosis;
  return { ...diagnosis, title: nameTokens(title), why: nameTokens(why), fix: nameTokens(fix) };
}
