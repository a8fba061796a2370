/** Node cannot read the file as JavaScript. */

import { isTypeScript } from "../../../base/typescript.ts";
import type { Fault } from "../../transcript.ts";
import type { Mistake } from "../mistake.ts";

interface Kind {
  /** What the parser says about it. */
  message: RegExp;
  title: string;
  fix: string;
}

/** Slips that have a name of their own. */
const KINDS: readonly Kind[] = [
  {
    message: /has already been declared/,
    title: "The same name is declared twice",
    fix: "Give one of the two another name; or, if the first one should get a new value, leave out const or let here.",
  },
  {
    message: /await is only valid|keyword 'await'|reserved word 'await'|await.*async/i,
    title: "await stands in a function that is not async",
    fix: "Put async in front of the function that this await stands in.",
  },
  {
    message: /Missing initializer in (const|destructuring)|Complex binding patterns require/i,
    title: "A const is declared without a value",
    fix: "Give it its value right here, after an equals sign.",
  },
  {
    message: /Unterminated (string|template)|Invalid or unexpected token/i,
    title: "A text is not closed, or a character does not belong here",
    fix: "Look for a quote that is missing on this line, and for a character that got in by mistake.",
  },
];

/** Characters that look like one of the language's own, but are not. */
const LOOKALIKES: readonly (readonly [characters: string, name: string, meant: string])[] = [
  ["\u2018\u2019\u201a\u201b\u2032", "a curly single quote", "a straight one, '"],
  ["\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", "a curly double quote", 'a straight one, "'],
  ["\u2010\u2011\u2012\u2013\u2014\u2212", "a dash", "a hyphen, -"],
  ["\u2026", "an ellipsis, one character", "three dots, ..."],
  ["\uff08\uff09\uff1b\uff1a\uff0c\uff5b\uff5d\uff1d", "a full-width sign", "the plain one"],
  ["\u037e", "a Greek question mark", "a semicolon, ;"],
];

/** The lookalike at a place, else the first one on its line. */
function oddCharacter(
  text: string,
  line: number,
  column: number,
): { character: string; name: string; meant: string; line: number; column: number } | null {
  const row = text.split("\n")[line - 1] ?? "";
  for (const at of [column - 1, ...row.split("").keys()]) {
    const character = row[at] ?? "";
    const kind = LOOKALIKES.find(([characters]) => character !== "" && characters.includes(character));
    // Inside a string such a character is fine; only the one at which the parser stopped is wrong.
    if (kind && (at === column - 1 || !/^["'`]/.test(row.trim())))
      return { character, name: kind[1], meant: kind[2], line, column: at + 1 };
  }
  return null;
}

/** Whether a file that was read as UTF-8 is UTF-16: then every second byte of plain letters is 0. */
function isSixteenBit(text: string): boolean {
  const start = text.slice(0, 200);
  return start.split("\u0000").length - 1 > start.length / 4;
}

/** The line at which the file's own beginning stands a second time, up to the given line; null where it does not. */
function secondCopy(text: string, until: number): number | null {
  const lines = text.split("\n").map((line) => line.trim());
  const start = lines.findIndex((line) => line !== "");
  const head = lines.slice(start, start + 3);
  if (head.length < 3) return null;
  for (let at = start + 1; at < until; at++) {
    if (head.every((line, index) => lines[at + index] === line)) return at + 1;
  }
  return null;
}

const OTHER: Omit<Kind, "message" | "title"> = {
  fix: "Look at this line and the one above it for a bracket, a brace, a quote or a comma that is missing or too many.",
};

/**
 * Whether a program ended because a file of it could not be read. What its own parser here cannot read proves nothing:
 * Node and tsx know more than that one does.
 */
function stoppedBySyntax(fault: Fault | null): boolean {
  if (fault === null) return true;
  return (
    /SyntaxError|TransformError/.test(fault.name) ||
    (fault.name === "Error" && fault.message.startsWith("Transform failed"))
  );
}

export const syntaxError: Mistake = {
  id: "syntax-error",
  find({ transcript: { boot }, source }) {
    if (boot.outcome !== "crashed") return null;
    const broken = source.files.find(({ error }) => error !== null);
    if (!broken?.error || !stoppedBySyntax(boot.fault)) return null;
    const { message, line, column } = broken.error;
    if (isSixteenBit(broken.text)) {
      return {
        title: "The file is not saved as UTF-8",
        why: "Between the letters of this file stand bytes that are 0: it is saved as UTF-16, as PowerShell's > and some editors do. Node reads UTF-8, and finds a character in it that belongs to no program.",
        fix: "Save it again with the encoding UTF-8: your editor shows the encoding in its status bar, or asks when you choose Save as.",
        place: { file: broken.path, line: 1, column: 1 },
      };
    }
    const odd = oddCharacter(broken.text, line, column);
    if (odd) {
      return {
        title: `${odd.character} does not belong in a program`,
        why: `${odd.character} is ${odd.name}: word processors and web pages put it where a programmer types ${odd.meant}. To Node they are different characters, and it stopped here: ${(boot.fault?.message ?? message).split("\n")[0]}.`,
        fix: `Type ${odd.meant} instead, here and wherever else this character stands.`,
        place: { file: broken.path, line: odd.line, column: odd.column },
      };
    }
    const said = boot.fault?.name === "SyntaxError" ? boot.fault.message : message;
    const kind = KINDS.find((one) => one.message.test(said) || one.message.test(message));
    const again = /has already been declared/.test(said) ? secondCopy(broken.text, line) : null;
    if (again !== null) {
      return {
        title: "The program stands in this file twice",
        why: `From line ${again} on the file begins once more with the lines that it began with, so every name is declared twice. Node stopped here: ${said.split("\n")[0]}.`,
        fix: "Keep the copy that you want and delete the other one.",
        place: { file: broken.path, line: again, column: 1 },
      };
    }
    const language = isTypeScript(broken.path) ? "TypeScript" : "JavaScript";
    const where = kind
      ? ""
      : " The place shown is where reading became impossible; the cause is often just before it.";
    return {
      title: kind?.title ?? `The file cannot be read as ${language}`,
      why: `Node reads a file as a whole before any line runs, and stopped here: ${said.split("\n")[0]}.${where}`,
      fix: (kind ?? OTHER).fix,
      place: { file: broken.path, line, column },
    };
  },
};
