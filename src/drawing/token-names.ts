/** Short names for tokens: ada's second refresh token is A2, her first access token is "access A1". */

import type { Diagnosis } from "../check/diagnosis/mistake.ts";
import type { Exchange } from "../check/transcript.ts";
import { accessTokenIn, refreshTokenIn } from "../course/tokens-given.ts";

/** Gives the tokens in a text their names. */
export type NameTokens = (text: string) => string;

/** A shorter token is shown as it is: the fixed words of part one, and what can be read at a glance. */
const SHORTEST = 20;
/** How many characters are shown of a long token that the app did not give out. */
const SHOWN = 8;
const LONG_WORD = /[\w.~+/%=-]{32,}/g;
/** A path, and no token: it goes through node_modules, or ends as a program's file does. */
const PATH = /\/node_modules\/|\/.*\.([cm]?[jt]s|json|node)$/;

/** A long word as it is shown: a path from its last node_modules on, because its end names the package and the file. */
function shortened(word: string): string {
  if (PATH.test(word)) return word.replace(/^.*\/(?=node_modules\/)/, "");
  return `${word.slice(0, SHOWN)}...`;
}

/** How each person's tokens begin. */
const INITIALS: Readonly<Record<string, string>> = { ada: "A", alan: "L", grace: "G", mallory: "M", you: "" };

/** The first letter of a person's tokens: no two people share it. */
export function initialOf(actor: string): string {
  return INITIALS[actor] ?? actor.slice(0, 1).toUpperCase();
}

/**
 * Names the tokens that some exchanges gave out, each after the first person who got it, and counted from 1. Other long
 * words are cut short, but for paths.
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
  // The longest first, because a token may be part of another.
  const inOrder = [...names].toSorted(([a], [b]) => b.length - a.length);
  // The end of a long text was cut off, and so was its last token.
  const cutOff = (word: string, begin: string) => {
    const name = inOrder.find(([token]) => token.startsWith(begin))?.[1];
    return name === undefined ? word : `${name}…`;
  };
  return (text) =>
    inOrder
      .reduce((named, [token, name]) => named.replaceAll(token, name), text)
      .replaceAll(/([\w.~+/%=-]{8,})…/g, cutOff)
      .replaceAll(LONG_WORD, shortened);
}

/** A diagnosis with the tokens in its texts named. */
export function named(diagnosis: Diagnosis, nameTokens: NameTokens): Diagnosis {
  const { title, why, fix } = diagnosis;
  return { ...diagnosis, title: nameTokens(title), why: nameTokens(why), fix: nameTokens(fix) };
}
