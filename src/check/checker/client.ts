/**
 * Sends one request over a connection of its own and reads the answer, with a limit to its time and size. It uses the
 * HTTP/1.1 client of undici alone: all of undici would take some 60 ms to load (see build.mjs).
 */

import { connect, Socket } from "node:net";
import { setFlagsFromString } from "node:v8";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import Client from "undici/lib/dispatcher/client.js";
import type { Dispatcher } from "undici";
import type { Deadline } from "../runner/fair-deadline.ts";
import type { Request, Response } from "../transcript.ts";

type SetDeadline = (ms: number, late: () => void) => Deadline;

const MOST_BODY = 64 * 1024;
/** How long a packed body may become, of which MOST_BODY is kept. */
const MOST_UNPACKED = 16 * 1024 * 1024;
const MOST_HEADERS = 16 * 1024;

export interface Sent {
  response: Response | null;
  /** Why there is no response, in words; null where there is one. */
  error: string | null;
  timedOut: boolean;
}

/** The beginning of an answer, which comes before its body. */
type Head = Pick<Response, "status" | "headers" | "setCookies">;

/** @param headers a list of values where a header came more than once */
function headOf(status: number, headers: NodeJS.Dict<string | string[]>): Head {
  const { "set-cookie": setCookies = [], ...others } = headers;
  const joined = Object.entries(others).map(([name, value = ""]) => [name, [value].flat().join(", ")]);
  return { status, headers: Object.fromEntries(joined), setCookies: [setCookies].flat() };
}

const TOO_SHORT = "UND_ERR_RES_CONTENT_LENGTH_MISMATCH";

/** @param begun whether the head of the answer was there already */
function reasonOf(error: Error, begun: boolean): string {
  const { name, message } = error;
  const code = "code" in error ? String(error.code) : "";
  if (code === "ECONNREFUSED") return "nothing listens any more";
  if (code === "UND_ERR_HEADERS_OVERFLOW") return "the answer's headers are too large";
  // undici calls it a bad response when a 100 Continue comes that was not asked for.
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

/** A Map, because the name of the encoding comes from the app: it may be "__proto__". */
const UNPACK = new Map<string, (sent: Buffer, options: { maxOutputLength: number }) => Buffer>([
  ["gzip", gunzipSync],
  ["x-gzip", gunzipSync],
  ["deflate", inflateSync],
  ["br", brotliDecompressSync],
]);

/**
 * What a client reads of a body, by its Content-Encoding; null where the body is not packed like that. An encoding that
 * clients do not know changes nothing.
 */
function unpack(sent: Buffer, encoding: string): Buffer | null {
  const unpacking = UNPACK.get(encoding.trim().toLowerCase());
  if (!unpacking || sent.length === 0) return sent;
  try {
    return unpacking(sent, { maxOutputLength: MOST_UNPACKED });
  } catch {
    return null;
  }
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

  /** Without this method undici would take the object for a handler of its older interface. */
  onRequestStart(): void {}

  onResponseStart(_: unknown, status: number, headers: NodeJS.Dict<string | string[]>): void {
    // A status below 200 only announces that the answer will come.
    if (status >= 200) this.#begun = headOf(status, headers);
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size > MOST_BODY) this.onResponseEnd();
  }

  onResponseEnd(): void {
    if (!this.#begun) return;
    const sent = Buffer.concat(this.#chunks).subarray(0, MOST_BODY);
    const cut = this.#size > MOST_BODY;
    const encoding = this.#begun.headers["content-encoding"] ?? "";
    const unpacked = cut ? sent : unpack(sent, encoding);
    if (!unpacked) {
      const error = `its body is not what its header Content-Encoding says: ${encoding}`;
      return this.#settle({ response: null, error, timedOut: false });
    }
    const body = unpacked.subarray(0, MOST_BODY).toString("utf8");
    const response = { ...this.#begun, body, truncated: cut || unpacked.length > MOST_BODY };
    this.#settle({ response, error: null, timedOut: false });
  }

  /** The answer will not come. */
  onResponseError(_: unknown, error: Error): void {
    // A 204 or 304 has no body, whatever length its head states.
    const whole = "code" in error && error.code === TOO_SHORT && this.#size === 0;
    if (whole && [204, 304].includes(this.#begun?.status ?? 0)) return this.onResponseEnd();
    this.#settle({ response: null, error: reasonOf(error, this.#begun !== null), timedOut: false });
  }

  /**
   * The deadline is over.
   *
   * @param ms how long the answer was waited for
   */
  late(ms: number): void {
    const begun = this.#begun;
    const error = begun
      ? `an answer (${begun.status}) that did not end within ${ms} ms`
      : `no answer within ${ms} ms`;
    this.#settle({ response: null, error, timedOut: true });
  }
}

/** A connection that is being opened. `opened` is rejected where nothing listens on the port. */
interface Connection {
  socket: Socket;
  opened: Promise<void>;
}

/** Opens a connection to a port of 127.0.0.1. */
function open(port: number): Connection {
  const socket = connect(port, "127.0.0.1");
  const opened = new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    // This listener stays, because an app may close a connection before anything is sent over it.
    socket.on("error", reject);
  });
  opened.catch(() => {});
  return { socket, opened };
}

/** A client for one request. undici asks for a second connection where the first closed too early; it gets none. */
function clientOver(port: number, { socket, opened }: Connection): Client {
  let used = false;
  return new Client(`http://127.0.0.1:${port}`, {
    // One request a connection: whatever the app does to this one, the next request is not touched by it.
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
 * Sends a request to a port of 127.0.0.1. Whatever the app does, this never throws and keeps to its deadline.
 *
 * @param ms the deadline of the whole exchange
 * @param connection opened for this request; it cannot be used again
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
      // Of an answer that was cut short, the rest is not read.
      void client.destroy();
      connection.socket.destroy();
    });
    const timer = deadline(ms, () => collector.late(Math.round(ms)));
    const client = clientOver(port, connection);
    client.dispatch({ method, path, headers, body }, collector);
  });
}

/**
 * How long a program is held at most, in ms. The requests fit into the kernel's buffers, so writing them takes no
 * longer.
 */
const LONGEST_HOLD = 250;

/**
 * Settles once each connection has handed its request to the kernel, or is closed, or the time is over.
 *
 * @param until by `performance.now()`
 */
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
 * Sends requests in one moment, each over a connection of its own that is open before the first request is sent.
 *
 * @param hold called with true before the first request is written, and with false when the kernel has all of them. A
 *   program that is held in between finds all requests at once, however busy the machine is. The promise is waited for
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

const ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

/** A connection that leads nowhere: whatever is sent, one answer comes. */
class Nowhere extends Socket {
  override _read(): void {}

  override _writev(_sent: unknown, done: () => void): void {
    done();
    this.push(ANSWER);
    this.push(null);
  }

  override _write(sent: unknown, _encoding: unknown, done: () => void): void {
    this._writev(sent, done);
  }
}

/**
 * Sends a request nowhere while the app still starts: at its first request, undici and V8 compile the parser and what
 * writes requests, which takes some 10 ms.
 */
function rehearse(): void {
  // V8 would recompile the parser several times to make it faster. A check has too few requests for that to pay.
  setFlagsFromString("--wasm-tiering-budget=1000000000");
  const headers = { "Content-Type": "application/json" };
  const noDeadline = () => ({ cancel() {} });
  const connection = { socket: new Nowhere(), opened: Promise.resolve() };
  void send(0, { method: "POST", path: "/", headers, body: "{}" }, 0, noDeadline, connection);
}

rehearse();
