/** Small helpers to write questions with. */

import type { Right, Snippet, Wrong } from "../question.ts";

/**
 * @param text the option as shown
 * @param why why it is right
 */
export function right(text: string, why: string): Right {
  return { right: true, text, why };
}

/**
 * @param text the option as shown
 * @param why what is wrong with it
 */
export function wrong(text: string, why: string): Wrong {
  return { right: false, text, why };
}

/**
 * Tags a template as JavaScript and takes the indentation of the question around it away.
 *
 * @param parts the code; placeholders are not for snippets
 * @returns the snippet, without blank lines around it
 */
export function js(parts: TemplateStringsArray): Snippet {
  return { language: "js", code: dedent(parts.join("")) };
}

function dedent(text: string): string {
  const lines = text.replace(/^\n/, "").trimEnd().split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const common = Math.min(...indents);
  return lines.map((line) => line.slice(common)).join("\n");
}
