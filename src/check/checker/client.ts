/**
 * Sends one request over a connection of its own and reads the answer, bounded in time and size. By Node's own client:
 * it is there already, where undici has its parser compiled first, which costs a check a third of its time and memory.
 */

import http from "node:http";
import type { IncomingMessage } from "node:http";
import { connect } from "node:net";
import type { Socket } from "node:net";
import type { Deadline } from "../runner/host.ts";
import type { Request, Response } from "../transcript.ts";

type SetDeadline = (ms: number, late: () => void) => Deadline;

const MOST_BODY = 64 * 1024;
const MOST_HEADERS = 16 * 1024;

export interface Sent {
  response: Response | null;
  /** Why there is none; null where there is one. */
  error: string | null;
  timedOut: boolean;
}

/** What an answer begins with. */
type Head = Pick<Response, "status" | "headers" | "setCookies">;

function headOf(answer: IncomingMessage): Head {
  const { "set-cookie": setCookies = [], ...distinct } = answer.headersDistinct;
  const headers = Object.entries(distinct).map(([name, values = []]) => [name, values.join(", ")]);
  return { status: answer.statusCode ?? 0, headers: Object.fromEntries(headers), setCookies };
}

function reasonOf(error: Error): string {
  const code = "code" in error ? String(error.code) : "";
  if (code === "ECONNREFUSED") return "nothing listens any more";
  if (code === "ECONNRESET" || code === "EPIPE") return "the connection was closed without an answer";
  if (code === "HPE_HEADER_OVERFLOW") return "the answer's headers are too large";
  if (code.startsWith("HPE_")) return "what came back is not HTTP";
  return error.message;
}

/** Collects an answer as it comes in, and settles once it is complete, long enough, broken, or late. */
class Collector {
  readonly #settle: (sent: Sent) => void;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #begun: Head | null = null;

  constructor(settle: (sent: Sent) => void) {
    this.#settle = settle;
  }

  begin(answer: IncomingMessage): void {
    this.#begun = headOf(answer);
    answer.on("data", (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#size += chunk.length;
      if (this.#size > MOST_BODY) this.#answered();
    });
    answer.on("end", () => this.#answered());
    answer.on("error", (error) => {
      const reset = "code" in error && error.code === "ECONNRESET";
      this.broken(reset ? "the connection was closed in the middle of the answer" : reasonOf(error));
    });
  }

  /** There will be no answer. `error`: why. */
  broken(error: string): void {
    this.#settle({ response: null, error, timedOut: false });
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
    const response = { ...this.#begun, body, truncated: this.#size > MOST_BODY };
    this.#settle({ response, error: null, timedOut: false });
  }
}

/** Node counts the bytes of a body itself only for the methods that usually have one. */
function lengthOf({ body }: Request): Record<string, string> {
  return body === null ? {} : { "content-length": String(Buffer.byteLength(body)) };
}

/**
 * Sends a request to a port of 127.0.0.1. `ms`: the deadline of the whole exchange. Whatever the app does, this neither
 * throws nor takes longer.
 */
export function send(
  port: number,
  request: Request,
  ms: number,
  deadline: SetDeadline,
  createConnection: () => Socket = () => connect(port, "127.0.0.1"),
): Promise<Sent> {
  return new Promise((resolve) => {
    const { method, path, headers, body } = request;
    const collector = new Collector((sent) => {
      timer.cancel();
      resolve(sent);
      // The rest of an answer that was cut short is nobody's business.
      sending.destroy();
    });
    const sending = http.request({
      host: "127.0.0.1",
      port,
      method,
      path,
      headers: { ...headers, ...lengthOf(request) },
      // The connection is for this one request: what an app does to it must not reach the next. An agent of Node's, even
      // none (`agent: false`), would do the same and take longer.
      createConnection,
      maxHeaderSize: MOST_HEADERS,
    });
    const timer = deadline(ms, () => collector.late(Math.round(ms)));
    sending.on("response", (answer) => collector.begin(answer));
    sending.on("error", (error) => collector.broken(reasonOf(error)));
    // An answer in another protocol is none: nobody asked for it.
    sending.on("upgrade", () => collector.broken("the connection was closed without an answer"));
    sending.end(body ?? undefined);
  });
}

/** A connection to a port of 127.0.0.1 that is open, or cannot be opened: then whoever sends over it learns why. */
function openConnection(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(socket));
    socket.once("error", () => resolve(socket));
  });
}

/** Sends requests in one moment, each on a connection of its own that is open before the first is sent. */
export async function sendAtOnce(
  port: number,
  requests: readonly Request[],
  ms: number,
  deadline: SetDeadline,
): Promise<Sent[]> {
  const sockets = await Promise.all(requests.map(() => openConnection(port)));
  return Promise.all(
    requests.map((request, at) =>
      send(port, request, ms, deadline, () => sockets[at] ?? connect(port, "127.0.0.1")),
    ),
  );
}
