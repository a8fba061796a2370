/**
 * Sends one request over a connection of its own and reads the answer, bounded in time and size. By the HTTP/1.1 client of
 * undici; build.mjs takes that alone out of undici, because the whole takes some 60 ms to load.
 */

import { connect, Socket } from "node:net";
import { setFlagsFromString } from "node:v8";
import Client from "undici/lib/dispatcher/client.js";
import type { Dispatcher } from "undici";
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

/** `headers`: of a name that came more than once, all values. */
function headOf(status: number, headers: NodeJS.Dict<string | string[]>): Head {
  const { "set-cookie": setCookies = [], ...others } = headers;
  const joined = Object.entries(others).map(([name, value = ""]) => [name, [value].flat().join(", ")]);
  return { status, headers: Object.fromEntries(joined), setCookies: [setCookies].flat() };
}

const TOO_SHORT = "UND_ERR_RES_CONTENT_LENGTH_MISMATCH";

/** `begun`: the head of the answer was there already. */
function reasonOf(error: Error, begun: boolean): string {
  const { name, message } = error;
  const code = "code" in error ? String(error.code) : "";
  if (code === "ECONNREFUSED") return "nothing listens any more";
  if (code === "UND_ERR_HEADERS_OVERFLOW") return "the answer's headers are too large";
  // undici knows of no 100 that was not asked for.
  if (message === "bad response") return "it sent a 100 Continue that was not asked for";
  if (begun && (code === TOO_SHORT || message.includes("Invalid EOF state")))
    return "the connection was closed in the middle of the answer";
  if (name === "HTTPParserError" || name === "AssertionError" || code === TOO_SHORT)
    return "what came back is not HTTP";
  if (["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(code))
    return begun
      ? "the connection was closed in the middle of the answer"
      : "the connection was closed without an answer";
  return message;
}

/** Collects an answer as it comes in, and settles once it is complete, long enough, broken, or late. */
class Collector implements Dispatcher.DispatchHandler {
  readonly #settle: (sent: Sent) => void;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #begun: Head | null = null;

  constructor(settle: (sent: Sent) => void) {
    this.#settle = settle;
  }

  /** undici knows a handler of this kind by it. */
  onRequestStart(): void {}

  onResponseStart(_: unknown, status: number, headers: NodeJS.Dict<string | string[]>): void {
    // Below 200 it says only that the answer will come.
    if (status >= 200) this.#begun = headOf(status, headers);
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size > MOST_BODY) this.onResponseEnd();
  }

  onResponseEnd(): void {
    if (!this.#begun) return;
    const body = Buffer.concat(this.#chunks).subarray(0, MOST_BODY).toString("utf8");
    const response = { ...this.#begun, body, truncated: this.#size > MOST_BODY };
    this.#settle({ response, error: null, timedOut: false });
  }

  /** There will be no answer. */
  onResponseError(_: unknown, error: Error): void {
    // A 204 or 304 has no body, whatever length its head names.
    const whole = "code" in error && error.code === TOO_SHORT && this.#size === 0;
    if (whole && [204, 304].includes(this.#begun?.status ?? 0)) return this.onResponseEnd();
    this.#settle({ response: null, error: reasonOf(error, this.#begun !== null), timedOut: false });
  }

  /** Nothing more is waited for. `ms`: how long it was. */
  late(ms: number): void {
    const begun = this.#begun;
    const error = begun
      ? `an answer (${begun.status}) that did not end within ${ms} ms`
      : `no answer within ${ms} ms`;
    this.#settle({ response: null, error, timedOut: true });
  }
}

/** A connection that is being opened. `opened` is rejected where nothing listens. */
interface Connection {
  socket: Socket;
  opened: Promise<void>;
}

/** Opens a connection to a port of 127.0.0.1. */
function open(port: number): Connection {
  const socket = connect(port, "127.0.0.1");
  const opened = new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    // It stays: an app may close a connection before anything is sent over it.
    socket.on("error", reject);
  });
  opened.catch(() => {});
  return { socket, opened };
}

/** A client for one request over one connection. undici asks for another where that was closed before the request was sent. */
function clientOver(port: number, { socket, opened }: Connection): Client {
  let used = false;
  return new Client(`http://127.0.0.1:${port}`, {
    // The connection is for this one request: what an app does to it must not reach the next.
    pipelining: 0,
    maxHeaderSize: MOST_HEADERS,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (_, callback) => {
      const closed = Object.assign(new Error("closed"), { code: "ECONNRESET" });
      const over = used ? Promise.reject(closed) : opened;
      used = true;
      over.then(
        () => callback(null, socket),
        (error: Error) => callback(error, null),
      );
    },
  });
}

/**
 * Sends a request to a port of 127.0.0.1. `ms`: the deadline of the whole exchange. Whatever the app does, this neither
 * throws nor takes longer. `connection`: opened for this request before; it cannot be used again.
 */
export function send(
  port: number,
  { method, path, headers, body }: Request,
  ms: number,
  deadline: SetDeadline,
  connection = open(port),
): Promise<Sent> {
  return new Promise((resolve) => {
    const collector = new Collector((sent) => {
      timer.cancel();
      resolve(sent);
      // The rest of an answer that was cut short is nobody's business.
      void client.destroy();
      connection.socket.destroy();
    });
    const timer = deadline(ms, () => collector.late(Math.round(ms)));
    const client = clientOver(port, connection);
    client.dispatch({ method, path, headers, body }, collector);
  });
}

/** How long a program is held at most while requests are written, in ms: they fit into the kernel's buffers. */
const LONGEST_HOLD = 250;

/** Settled as soon as something has been written over every connection and is with the kernel, or never will be. */
function allWritten(connections: readonly Connection[], until: number): Promise<void> {
  const isWritten = ({ socket }: Connection) =>
    socket.destroyed || (socket.bytesWritten > 0 && socket.writableLength === 0);
  return new Promise((resolve) => {
    const look = () => {
      if (connections.every(isWritten) || performance.now() > until) resolve();
      else setImmediate(look);
    };
    look();
  });
}

/**
 * Sends requests in one moment, each on a connection of its own that is open before the first is sent.
 *
 * @param hold called with true before the first is written and with false when all are with the kernel: a program that
 *   is held meanwhile finds all of them at once, however busy the machine is. It may take its time to begin with it
 */
export async function sendAtOnce(
  port: number,
  requests: readonly Request[],
  ms: number,
  deadline: SetDeadline,
  hold: (held: boolean) => Promise<void>,
): Promise<Sent[]> {
  const connections = requests.map(() => open(port));
  await Promise.allSettled(connections.map(({ opened }) => opened));
  await hold(true);
  const answers = requests.map((request, at) => send(port, request, ms, deadline, connections[at]));
  await allWritten(connections, performance.now() + LONGEST_HOLD);
  await hold(false);
  return Promise.all(answers);
}

/** undici compiles its parser for the first connection: here for one that leads nowhere, while the app still starts. */
function compileParser(): void {
  // V8 would make the parser faster again and again on the way. That takes more time than all requests of a check.
  setFlagsFromString("--wasm-tiering-budget=1000000000");
  const connect = (_: unknown, callback: (error: null, socket: Socket) => void) =>
    callback(null, new Socket());
  const client = new Client("http://127.0.0.1", { connect });
  client.dispatch({ method: "GET", path: "/" }, { onRequestStart() {}, onResponseError() {} });
  void client.destroy();
}

compileParser();
