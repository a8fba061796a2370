/** What a key does on a page of a quiz. Pure. */

import { moved } from "../drawing/scrolled-page.ts";
import type { View } from "../drawing/scrolled-page.ts";
import { LETTERS } from "./question.ts";
import type { Letter } from "./question.ts";

/** What the learner wants, once a key has said so. */
export type Reply =
  | { readonly type: "answer"; readonly letter: Letter }
  | { readonly type: "skip" }
  /** `quits`: the guided session, too, where the quiz is a page of it. */
  | { readonly type: "leave"; readonly quits: boolean }
  /** On from a page that is only read. */
  | { readonly type: "next" }
  /** Back to the last reasoning. */
  | { readonly type: "reread" };

/** Where the learner looks and points. */
export interface Looking {
  /** How many lines of the page are above the screen. */
  readonly top: number;
  /** The option pointed at, counted from 0; null: none yet, so that a second Enter answers nothing by accident. */
  readonly chosen: number | null;
  /** Stands where the head is until the next key; null: nothing. */
  readonly notice: string | null;
}

/** The first line of an option and the one after its last. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** What can be done on the page. */
export interface Choices {
  /** Where the options stand; none: the page is only read. */
  readonly options: readonly Lines[];
  readonly may: readonly ("skip" | "reread")[];
}

const KEYS_OF_QUESTION = "A to D, or Up, Down, Enter: answer. Space, Page Up: scroll. Left: back.";
const KEYS_OF_REASONS = "Enter or Right: on. Up, Down, Space: scroll. Esc: leave. q: quit.";

/** @param key a name of Node's readline, such as "a", "return", "pagedown" */
export function press(looking: Looking, key: string, view: View, { options, may }: Choices): Looking | Reply {
  const letter = LETTERS[options.findIndex((_, index) => LETTERS[index]?.toLowerCase() === key)];
  if (letter !== undefined) return { type: "answer", letter };
  if (key === "q" || key === "escape") return { type: "leave", quits: key === "q" };
  if (key === "s" && may.includes("skip")) return { type: "skip" };
  if (key === "left" && may.includes("reread")) return { type: "reread" };
  const here = { ...looking, top: view.top, notice: null };
  if (key === "?") return { ...here, notice: options.length === 0 ? KEYS_OF_REASONS : KEYS_OF_QUESTION };
  if (key === "right" && options.length === 0) return { type: "next" };
  if (key === "return" || key === "enter")
    return options.length === 0 ? { type: "next" } : takePointedAt(here, view, options);
  if (key === "down" && options.length > 0) return pointDown(here, view, options);
  if (key === "up" && options.length > 0) return pointUp(here, view, options);
  return { ...here, top: moved(view, key) ?? view.top };
}

/** Takes the option pointed at; one that is off the screen is shown first. */
function takePointedAt(looking: Looking, view: View, options: readonly Lines[]): Looking | Reply {
  const index = looking.chosen;
  const lines = index === null ? undefined : options[index];
  const letter = index === null ? undefined : LETTERS[index];
  if (!lines || letter === undefined) return { ...looking, notice: "Choose first: A, B, C or D." };
  return sees(view, lines) ? { type: "answer", letter } : { ...looking, top: lines.from };
}

/** At least the beginning of an option, and all of it where it is no longer than the screen. */
function sees({ top, rows }: View, { from, to }: Lines): boolean {
  return from >= top && Math.min(to, from + rows) <= top + rows;
}

/** Points at the next option; what stands before it is scrolled through, not jumped over. */
function pointDown(looking: Looking, view: View, options: readonly Lines[]): Looking {
  const next = looking.chosen === null ? 0 : Math.min(looking.chosen + 1, options.length - 1);
  const lines = options[next];
  if (!lines) return looking;
  const enough = Math.min(lines.from, Math.max(view.top, lines.to - view.rows));
  const top = Math.min(enough, view.top + Math.max(1, view.rows - 1));
  return { ...looking, top, chosen: sees({ ...view, top }, lines) ? next : looking.chosen };
}

/** Points at the option before; above the first one the question is scrolled back. */
function pointUp(looking: Looking, view: View, options: readonly Lines[]): Looking {
  const before = looking.chosen === null ? -1 : looking.chosen - 1;
  const lines = options[before];
  const back = view.top - Math.max(1, view.rows - 1);
  if (!lines) return { ...looking, top: Math.max(0, back) };
  const top = Math.max(Math.min(view.top, lines.from), back);
  return { ...looking, top, chosen: sees({ ...view, top }, lines) ? before : looking.chosen };
}
