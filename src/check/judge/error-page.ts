/** Shortens Express's error pages to a line. */

/**
 * Express's own error page (finalhandler) inside a text. What it says is captured; the page around it and the stack go.
 */
const errorPage = /<!DOCTYPE html>[^]*?<pre>([^]*?)(?:<br>|<\/pre>|…|$)(?:[^]*?(?:<\/html>|…|$))/;

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
};

/** An answer's text with an error page of Express replaced by what it says; every other text as it is. */
export function inShort(text: string): string {
  return text.replace(errorPage, (_page, said: string) => {
    const plain = said.replaceAll(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (entity) => entities[entity] ?? entity);
    return `an error page: ${plain.trim()}`;
  });
}
