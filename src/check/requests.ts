/** Makes the requests that steps send. */

import type { Request } from "./transcript.ts";

/** A POST request with a JSON body, or without any body. */
export function post(path: string, body?: unknown): Request {
  if (body === undefined) return { method: "POST", path, headers: {}, body: null };
  return {
    method: "POST",
    path,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
}

/**
 * A GET request.
 *
 * @param headers names in lower case
 */
export function get(path: string, headers: Record<string, string> = {}): Request {
  return { method: "GET", path, headers, body: null };
}
