/** A quiz without a screen: questions are printed, and answers read as a letter a line. */

import { createInterface } from "node:readline";
import type { Canvas } from "../drawing/canvas.ts";
import { printableLine, truncate } from "../drawing/text.ts";
import type { Asked } from "./asked-question.ts";
import { drawOption, drawQuestion, drawReasons, questionHead } from "./draw-question.ts";
import type { Asker } from "./play.ts";
import { LETTERS } from "./question.ts";
import type { QuizEvent } from "./quiz-session.ts";

/** @returns the next line, or null once the input has ended */
export type NextLine = () => Promise<string | null>;

/**
 * Does something with the lines of an input, and lets go of it afterwards.
 *
 * @param closed ends the input
 */
export async function withLines<Result>(
  input: NodeJS.ReadableStream,
  closed: AbortSignal,
  work: (next: NextLine) => Promise<Result>,
): Promise<Result> {
  const reader = createInterface({ input, terminal: false, crlfDelay: Infinity, signal: closed });
  const lines = reader[Symbol.asyncIterator]();
  try {
    return await work(async () => {
      const { done, value } = await lines.next();
      return done ? null : String(value);
    });
  } finally {
    reader.close();
  }
}

/**
 * @param print writes lines
 * @param keys whether the learner types: then S skips and Q leaves, as on a screen
 */
export function lineAsker(
  next: NextLine,
  print: (text: string) => void,
  canvas: Canvas,
  keys: boolean,
): Asker {
  const readEvent = async (isLast: boolean): Promise<QuizEvent | string> => {
    const line = await next();
    if (line === null) return { type: "leave" };
    const word = line.replace(/^\ufeff/, "").trim();
    const letter = LETTERS.find((each) => each === word.toUpperCase());
    if (letter !== undefined) return { type: "answer", letter };
    if (keys && /^q$/i.test(word)) return { type: "leave" };
    if (keys && !isLast && /^s$/i.test(word)) return { type: "skip" };
    return word;
  };
  const readTwice = async (isLast: boolean): Promise<QuizEvent> => {
    const first = await readEvent(isLast);
    if (typeof first !== "string") return first;
    const typedWord = first === "" ? "An empty line" : `"${truncate(printableLine(first), 20, "...")}"`;
    print(`${typedWord} is not a letter from A to D. Once more:`);
    const second = await readEvent(isLast);
    return typeof second === "string" ? { type: "pass" } : second;
  };
  const others = (isLast: boolean) => (keys ? `${isLast ? "" : "; S skips"}; Q leaves` : "");

  let skipped: number | null = null;

  return {
    async ask(asked: Asked, isLast) {
      print(
        [
          questionHead(asked, skipped),
          "",
          ...drawQuestion(asked, canvas),
          "",
          ...asked.options.flatMap((option) => drawOption(option, "none", canvas)),
          "",
          `Your answer: A, B, C or D${others(isLast)}`,
        ].join("\n"),
      );
      const event = await readTwice(isLast);
      skipped = event.type === "skip" ? asked.number : null;
      return event;
    },
    async explain(asked, chosen) {
      print(["", ...drawReasons(asked, chosen, canvas), ""].join("\n"));
      return { type: "next" };
    },
  };
}
