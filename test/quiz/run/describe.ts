/**
 * Says what came back in the words that the bank uses, so that an option can be compared with it:
 * ``403 with `{ "error": "Forbidden" }` ``, `204 without a body`, `500 with Express's error page`.
 */
export function describeAnswer(status: number, contentType: string | null, body: string): string {
  if (body === "") return `${status} without a body`;
  if (contentType?.startsWith("text/html")) return `${status} with Express's error page`;
  return `${status} with \`${contentType?.startsWith("application/json") ? inOneLine(body) : body}\``;
}

function inOneLine(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 1).replace(/\n\s*/g, " ");
}
