/** A request as a curl line that can be pasted into a shell. */

import type { Request } from "../transcript.ts";

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** `origin`: where the app is reached, as `serve` opens it by default. */
export function curlOf(request: Request, origin = "http://localhost:3000"): string {
  const parts = ["curl -i"];
  if (request.method !== "GET") parts.push(`-X ${request.method}`);
  parts.push(/[^\w/.-]/.test(request.path) ? quoted(origin + request.path) : origin + request.path);
  for (const [name, value] of Object.entries(request.headers))
    parts.push(`-H ${quoted(`${name}: ${value}`)}`);
  if (request.body !== null) parts.push(`-d ${quoted(request.body)}`);
  return parts.join(" ");
}
