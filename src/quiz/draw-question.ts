/** Draws a quiz's questions and what is said after an answer. */

import type { Canvas } from "../drawing/canvas.ts";
import { prose } from "../drawing/diagnosis.ts";
import { linkedStandards } from "../drawing/link.ts";
import { codeBlock } from "../drawing/markdown.ts";
import { glyphsOf, paintOf } from "../drawing/style.ts";
import { hang, measureOf, pad, printable, spellOut, widthOf } from "../drawing/text.ts";
import { isRight, rightOf } from "./asked-question.ts";
import type { Asked } from "./asked-question.ts";
import type { ShownOption } from "./lay-out-options.ts";
import type { Call, Letter } from "./question.ts";

/**
 * `Question 2 of 5, medium`.
 *
 * @param skipped the number of the question that was skipped just before; null: none was
 */
export function questionHead({ question, number, total }: Asked, skipped: number | null = null): string {
  const head = `Question ${number} of ${total}, ${question.difficulty}`;
  return skipped === null ? head : `${head}; ${skipped} comes later`;
}

/** The text, the code and the exchange of a question; lines that fit. */
export function drawQuestion({ question, isFirstCode }: Asked, canvas: Canvas): string[] {
  const { dim } = paintOf(canvas);
  const { text, snippet, exchange } = question;
  const lines = prose(text, canvas);
  if (snippet) lines.push("", ...codeBlock(snippet.code, snippet.language, canvas));
  if (snippet && isFirstCode) lines.push("", ...prose(LEFT_OUT, canvas).map((line) => dim(line)));
  if (exchange) lines.push("", ...exchange.flatMap((call, index) => drawCall(call, index + 1, canvas)));
  return lines;
}

const LEFT_OUT =
  "(Left out in this quiz: imports, `app.listen`, and the header `Content-Type: application/json` of a body.)";

function drawCall({ request, headers, body, response }: Call, number: number, canvas: Canvas): string[] {
  const { bold } = paintOf(canvas);
  const { todo } = glyphsOf(canvas);
  const indent = "     ";
  const narrower = { ...canvas, width: canvas.width - indent.length + 2 };
  const sent = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  return [
    `  ${number}. ${bold(request)}`,
    ...sent.flatMap((line) => prose(line, canvas, indent)),
    // A code block is indented by two already.
    ...(body === undefined ? [] : codeBlock(body, "json", narrower).map((line) => indent.slice(2) + line)),
    ...prose(response ?? "?", canvas, `${indent}${todo} `),
  ];
}

/** How an option stands: to be chosen from, pointed at, or after the answer. */
export type Mark = "none" | "pointer" | "holds" | "fails";

/** An option with its letter; lines that fit. */
export function drawOption({ letter, text }: ShownOption, mark: Mark, canvas: Canvas): string[] {
  const { bold } = paintOf(canvas);
  const lines = drawOptionText(text, canvas, `${drawMark(mark, canvas)} ${letter}  `);
  return mark === "pointer" ? lines.map((line) => bold(line)) : lines;
}

/**
 * What an option says, with its code in colour instead of backticks. Where there is no colour, a word of code among other
 * words keeps them, because nothing else would tell it.
 *
 * @param prefix see `hang`
 */
function drawOptionText(text: string, canvas: Canvas, prefix = ""): string[] {
  const { cyan } = paintOf(canvas);
  const drawn = spellOut(printable(text), canvas).replaceAll(/`([^`\n]+)`/g, (quoted, code: string) => {
    const isPlain = canvas.color || quoted === text || /^[{[]/.test(code);
    return isPlain ? cyan(code) : quoted;
  });
  return hang(prefix, drawn, measureOf(canvas));
}

function drawMark(mark: Mark, canvas: Canvas): string {
  const glyphs = glyphsOf(canvas);
  const { green, red } = paintOf(canvas);
  const columns = Math.max(widthOf(glyphs.holds), widthOf(glyphs.fails), widthOf(glyphs.pointer));
  const padded = pad(mark === "none" ? "" : glyphs[mark], columns);
  return mark === "holds" ? green(padded) : mark === "fails" ? red(padded) : padded;
}

/** The options after the answer: the right one and a wrong choice are marked. */
export function drawMarked(asked: Asked, chosen: Letter | null, canvas: Canvas): string[] {
  return asked.options.flatMap((option) => {
    const mark = option.right ? "holds" : option.letter === chosen ? "fails" : "none";
    return drawOption(option, mark, canvas);
  });
}

/**
 * What is said after an answer: right or not, what is wrong with a wrong choice, the solution in steps, the final answer,
 * a quick check, what is wrong with the other options.
 *
 * @param chosen null: the question was not answered
 */
export function drawReasons(asked: Asked, chosen: Letter | null, canvas: Canvas): string[] {
  const { bold, dim } = paintOf(canvas);
  const { question, options } = asked;
  const right = rightOf(asked);
  const wrong = options.filter((option) => !option.right);
  const choice = wrong.filter(({ letter }) => letter === chosen);
  const others = wrong.filter(({ letter }) => letter !== chosen);
  const source = question.source === undefined ? [] : prose(`Source: ${question.source}`, canvas);
  return [
    ...verdictLines(asked, chosen, canvas),
    ...prose(right.why, canvas, "  "),
    ...choice.flatMap((option) => ["", ...drawWhyNot(option, true, canvas)]),
    "",
    bold("Solution"),
    ...question.reasoning.flatMap((step, index) => prose(step, canvas, `Step ${index + 1}: `)),
    "",
    ...prose(`Final answer: ${question.answer}`, canvas).map((line) => bold(line)),
    "",
    ...prose(`Quick check: ${question.check}`, canvas),
    ...others.flatMap((option) => ["", ...drawWhyNot(option, false, canvas)]),
    ...(source.length > 0 ? ["", ...source.map((line) => dim(linkedStandards(line, canvas)))] : []),
  ];
}

function verdictLines(asked: Asked, chosen: Letter | null, canvas: Canvas): string[] {
  const { green, red, bold } = paintOf(canvas);
  const { holds, fails } = glyphsOf(canvas);
  const { letter, text } = rightOf(asked);
  if (isRight(asked, chosen)) {
    return drawOptionText(`Right. ${letter}: ${text}`, canvas, `${holds} `).map((line) => bold(green(line)));
  }
  const begin = chosen === null ? "Not answered" : "Not this time";
  const words = `${begin}. ${letter} is right: ${text}`;
  return drawOptionText(words, canvas, `${fails} `).map((line) => bold(red(line)));
}

function drawWhyNot({ letter, text, why }: ShownOption, isChosen: boolean, canvas: Canvas): string[] {
  const { dim } = paintOf(canvas);
  const name = isChosen ? `Why not ${letter}, your choice: ` : `Why not ${letter}: `;
  return [...drawOptionText(name + text, canvas).map((line) => dim(line)), ...prose(why, canvas, "  ")];
}
