/** The public port. It stays open while the app behind it starts again, and it sees each exchange. */

import http from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { connect } from "node:net";
import type { Request, Response } from "../check/transcript.ts";

/** How many bytes of a body are kept to be shown. All of it is passed on. */
const MOST_BODY = 64 * 1024;
/** How many ports are tried, beginning with the wanted one. */
const TRIES = 100;
const LOOPBACK = "127.0.0.1";

/** What became of one request. `error`: why there was no answer. */
export interface Relayed {
  request: Request;
  response: Response | null;
  error: string | null;
  ms: number;
}

export interface Upstream {
  /** The private port of the running app, or why there is none. While the app is starting, it waits. */
  port(): Promise<number | { down: string }>;
  relayed(exchange: Relayed): void;
}

function plain(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]);
  return Object.fromEntries(entries);
}

/** Headers that belong to a single connection, and so are not passed on (RFC 9110 §7.6.1). */
const OF_CONNECTION = ["connection", "keep-alive", "proxy-connection"];

/** Raw headers as pairs, without those of the connection. */
function passedOn(raw: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const [name = "", value = ""] = [raw[at], raw[at + 1]];
    if (!OF_CONNECTION.includes(name.toLowerCase())) pairs.push([name, value]);
  }
  return pairs;
}

/** Collects what passes through, up to MOST_BODY. */
class Copy {
  readonly #chunks: Buffer[] = [];
  #size = 0;

  add(chunk: Buffer): void {
    if (this.#size < MOST_BODY) this.#chunks.push(chunk);
    this.#size += chunk.length;
  }

  get text(): string {
    return Buffer.concat(this.#chunks).subarray(0, MOST_BODY).toString("utf8");
  }

  get truncated(): boolean {
    return this.#size > MOST_BODY;
  }
}

/** Answers in place of the app, with one sentence. */
function refuse(response: ServerResponse, status: 502 | 503, sentence: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${sentence}\n`);
}

async function relay(incoming: IncomingMessage, outgoing: ServerResponse, upstream: Upstream): Promise<void> {
  const begun = performance.now();
  const sent = new Copy();
  const { method = "GET", url = "/", headers } = incoming;
  incoming.on("data", (chunk: Buffer) => sent.add(chunk));
  incoming.pause();
  let over = false;
  const tell = (response: Response | null, error: string | null) => {
    if (over) return;
    over = true;
    const body = sent.text === "" ? null : sent.text;
    const request = { method, path: url, headers: plain(headers), body };
    upstream.relayed({ request, response, error, ms: performance.now() - begun });
  };
  const port = await upstream.port();
  if (typeof port !== "number") {
    incoming.resume();
    refuse(outgoing, 503, port.down);
    return tell(null, port.down);
  }
  const passed = http.request({
    host: LOOPBACK,
    port,
    method,
    path: url,
    headers: passedOn(incoming.rawHeaders).flat(),
    agent: false,
  });
  passed.on("response", (answer) => {
    const status = answer.statusCode ?? 502;
    const copy = new Copy();
    outgoing.writeHead(status, answer.statusMessage, passedOn(answer.rawHeaders).flat());
    answer.on("data", (chunk: Buffer) => copy.add(chunk));
    answer.on("end", () => {
      const { text, truncated } = copy;
      const { "set-cookie": setCookies = [], ...headers } = answer.headers;
      tell({ status, headers: plain(headers), setCookies, body: text, truncated }, null);
    });
    answer.on("error", () => tell(null, "the answer broke off"));
    answer.pipe(outgoing);
  });
  passed.on("error", () => {
    const sentence = "The app did not answer: it ended, or it was restarted.";
    refuse(outgoing, 502, sentence);
    tell(null, sentence);
  });
  outgoing.on("close", () => {
    if (outgoing.writableFinished) return;
    passed.destroy();
    tell(null, "the client went away before there was an answer");
  });
  incoming.pipe(passed);
}

/** Whether a program answers on a port of ::1, because `localhost` may mean that first. */
function isTakenOnIPv6(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "::1", port });
    const settle = (taken: boolean) => {
      socket.destroy();
      resolve(taken);
    };
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
    socket.setTimeout(200, () => settle(false));
  });
}

/** Listens; false where the port is taken. */
function listens(server: http.Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      server.removeAllListeners("listening");
      if ("code" in error && error.code === "EADDRINUSE") resolve(false);
      else reject(error);
    });
    server.listen(port, LOOPBACK, () => {
      server.removeAllListeners("error");
      resolve(true);
    });
  });
}

export interface Relay {
  port: number;
  close(): Promise<void>;
}

/**
 * Opens the wanted port of 127.0.0.1, or the next free one.
 *
 * @returns null where none of them is free
 * @throws what node:net throws for a port that may not be opened (EACCES)
 */
export async function openRelay(wanted: number, upstream: Upstream): Promise<Relay | null> {
  for (let port = wanted; port < wanted + TRIES && port <= 65_535; port++) {
    const server = http.createServer((incoming, outgoing) => void relay(incoming, outgoing, upstream));
    if ((await isTakenOnIPv6(port)) || !(await listens(server, port))) continue;
    const close = () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    return { port, close };
  }
  return null;
}
