/** What an answer allows a page of another origin: the Fetch standard, CORS protocol. */

import type { Exchange } from "../../src/check/transcript.ts";

/** The origin whose pages may read an answer that the browser's cookies were sent for; null: none. */
export function opensTo({ request, response }: Exchange): string | null {
  const allowed = response?.headers["access-control-allow-origin"];
  if (!allowed || response.headers["access-control-allow-credentials"] !== "true") return null;
  return allowed === request.headers["origin"] || allowed === "*" ? allowed : null;
}
