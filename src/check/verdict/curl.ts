/** A request as a curl line that can be pasted into a shell. */

import { inQuotes } from "../../base/shell.ts";
import type { Request } from "../transcript.ts";

/**
 * @param origin where the app is reached; the default is where `serve` opens it
 * @param jar whether curl keeps cookies in a file, as a browser would
 */
export function curlOf(request: Request, origin = "http://localhost:3000", jar = false): string {
  const parts = ["curl -i"];
  if (jar) parts.push("-c jar", "-b jar");
  if (request.method !== "GET") parts.push(`-X ${request.method}`);
  parts.push(/[^\w/.-]/.test(request.path) ? inQuotes(origin + request.path) : origin + request.path);
  for (const [name, value] of Object.entries(request.headers))
    parts.push(`-H ${inQuotes(`${name}: ${value}`)}`);
  if (request.body !== null) parts.push(`-d ${inQuotes(request.body)}`);
  return parts.join(" ");
}
