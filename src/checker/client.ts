/** Sends one request over a connection of its own and reads the answer, bounded in time and size. */

import type { Client } from "undici";
import type { Request, Response } from "../transcript.ts";

const MOST_BODY = 64 * 1024;

export interface Sent {
  response: Response | null;
  /** Why there is none; null where there is one. */
  error: string | null;
  timedOut: boolean;
}

/**
 * Loads what `send` needs; to be called while the app boots. undici's client alone loads in a third of the time of the
 * whole; where a later undici keeps it elsewhere, the whole will do.
 */
export async function loadClient(): Promise<typeof Client> {
  try {
    return (await import("undici/lib/dispatcher/client.js")).default;
  } catch {
    return (await import("undici")).Client;
  }
}

async function readBody(body: AsyncIterable<Buffer>): Promise<{ text: string; truncated: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_BODY) break;
  }
  const text = Buffer.concat(chunks).subarray(0, MOST_BODY).toString("utf8");
  return { text, truncated: size > MOST_BODY };
}

function plainHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ECONNREFUSED") return "nothing listens any more";
  if (code === "ECONNRESET" || code === "UND_ERR_SOCKET")
    return "the connection was closed without an answer";
  if (code.startsWith("HPE_")) return "what came back is not HTTP";
  if (code === "UND_ERR_HEADERS_OVERFLOW") return "the answer's headers are too large";
  return error instanceof Error ? error.message : String(error);
}

/** Sends a request to a port of 127.0.0.1. `ms`: the deadline of the whole exchange. Never throws. */
export async function send(port: number, request: Request, ms: number): Promise<Sent> {
  const OneClient = await loadClient();
  const client = new OneClient(`http://127.0.0.1:${port}`, { pipelining: 0 });
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), ms);
  let begun: number | null = null;
  try {
    const { method, path, headers, body } = request;
    const answer = await client.request({ method, path, headers, body, signal: deadline.signal });
    begun = answer.statusCode;
    const { text, truncated } = await readBody(answer.body);
    const response = {
      status: answer.statusCode,
      headers: plainHeaders(answer.headers),
      body: text,
      truncated,
    };
    return { response, error: null, timedOut: false };
  } catch (error) {
    const timedOut = deadline.signal.aborted;
    const late =
      begun === null ? `no answer within ${ms} ms` : `an answer (${begun}) that did not end within ${ms} ms`;
    return { response: null, error: timedOut ? late : reasonOf(error), timedOut };
  } finally {
    clearTimeout(timer);
    // The rest of an answer that was cut short is nobody's business; destroying never fails in a way that matters.
    client.destroy().catch(() => {});
  }
}
