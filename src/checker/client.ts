/** Sends one request over a connection of its own and reads the answer, bounded in time and size. */

import type { Client, Dispatcher } from "undici";
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

/** Collects an answer as it comes in, and settles once it is complete, long enough, broken, or late. */
class Collector implements Dispatcher.DispatchHandler {
  readonly #settle: (sent: Sent) => void;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #begun: { status: number; headers: Record<string, string> } | null = null;

  constructor(settle: (sent: Sent) => void) {
    this.#settle = settle;
  }

  onRequestStart(): void {}

  onResponseStart(
    _controller: unknown,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    // 1xx only announces: the answer is still to come (RFC 9110 §15.2).
    if (status >= 200) this.#begun = { status, headers: plainHeaders(headers) };
  }

  onResponseData(_controller: unknown, chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size > MOST_BODY) this.#answered();
  }

  onResponseEnd(): void {
    this.#answered();
  }

  onResponseError(_controller: unknown, error: unknown): void {
    this.#settle({ response: null, error: reasonOf(error), timedOut: false });
  }

  /** Nothing more is waited for. `ms`: how long it was. */
  late(ms: number): void {
    const begun = this.#begun;
    const error = begun
      ? `an answer (${begun.status}) that did not end within ${ms} ms`
      : `no answer within ${ms} ms`;
    this.#settle({ response: null, error, timedOut: true });
  }

  #answered(): void {
    if (!this.#begun) return;
    const body = Buffer.concat(this.#chunks).subarray(0, MOST_BODY).toString("utf8");
    this.#settle({
      response: { ...this.#begun, body, truncated: this.#size > MOST_BODY },
      error: null,
      timedOut: false,
    });
  }
}

/** Sends a request to a port of 127.0.0.1. `ms`: the deadline of the whole exchange. Never throws. */
export async function send(port: number, request: Request, ms: number): Promise<Sent> {
  const OneClient = await loadClient();
  const client = new OneClient(`http://127.0.0.1:${port}`);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Sent>((resolve) => {
      const collector = new Collector(resolve);
      timer = setTimeout(() => collector.late(Math.round(ms)), ms);
      const { method, path, headers, body } = request;
      // The connection is for this one request: what an app does to it must not reach the next.
      client.dispatch({ method, path, headers, body, reset: true }, collector);
    });
  } catch (error) {
    return { response: null, error: reasonOf(error), timedOut: false };
  } finally {
    clearTimeout(timer);
    // The rest of an answer that was cut short is nobody's business; destroying never fails in a way that matters.
    client.destroy().catch(() => {});
  }
}
