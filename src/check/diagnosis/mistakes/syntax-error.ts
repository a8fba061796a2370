/** Node cannot read the file as a program. */

import { isTypeScript } from "../../../base/typescript.ts";
import type { Mistake } from "../mistake.ts";

interface Kind {
  /** What the parser says of it. */
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

const OTHER: Omit<Kind, "message" | "title"> = {
  fix: "Look at this line and the one above it for a bracket, a brace, a quote or a comma that is missing or too many.",
};

export const syntaxError: Mistake = {
  id: "syntax-error",
  find({ transcript: { boot }, source }) {
    if (boot.outcome !== "crashed") return null;
    const broken = source.files.find(({ error }) => error !== null);
    const bySyntax = boot.fault === null || /SyntaxError|TransformError|^Error$/.test(boot.fault.name);
    if (!broken?.error || !bySyntax) return null;
    const { message, line, column } = broken.error;
    const said = boot.fault?.name === "SyntaxError" ? boot.fault.message : message;
    const kind = KINDS.find((one) => one.message.test(said) || one.message.test(message));
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
