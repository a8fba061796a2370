/** The client against real servers: what an app does to one connection never reaches the next request. */

import http from "node:http";
import type { RequestListener } from "node:http";
import net from "node:net";
import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { send, sendAtOnce } from "../../../src/check/checker/client.ts";
import type { Sent } from "../../../src/check/checker/client.ts";
import { post } from "../../../src/check/requests.ts";
import { PATIENCE } from "../../patience.ts";

/** These apps run in this process: it cannot be held. */
const hold = () => Promise.resolve();
const deadline = (ms: number, late: () => void) => {
  const timer = setTimeout(late, ms);
  return { cancel: () => clearTimeout(timer) };
};

/** What ends each server. Not onTestFinished: of tests that run side by side, it may mean another one, which ends earlier. */
const ends: (() => void)[] = [];
afterAll(() => {
  for (const end of ends) end();
});

async function serving(handler: RequestListener) {
  const server = http.createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, login: () => send(port, post("/login"), PATIENCE, deadline) };
}

const answered = { response: expect.objectContaining({ status: 200 }), error: null, timedOut: false };

test("every request has a connection of its own", async () => {
  const ports: (number | undefined)[] = [];
  const { login } = await serving((request, response) => {
    ports.push(request.socket.remotePort);
    response.end();
  });
  for (let i = 0; i < 5; i++) expect(await login()).toEqual(answered);
  expect(new Set(ports).size).toBe(5);
});

test("a server that takes one connection at a time is spoken to", async () => {
  const { server, login } = await serving((_request, response) => response.end());
  server.maxConnections = 1;
  for (let i = 0; i < 5; i++) expect(await login()).toEqual(answered);
});

test("a program that has stopped listening is told apart from one that does not answer", async () => {
  const { server, login } = await serving((_request, response) => {
    response.on("finish", () => server.close());
    response.end();
  });
  expect(await login()).toEqual(answered);
  if (server.listening) await new Promise((resolve) => server.once("close", resolve));
  const { response, error } = await login();
  expect({ response, error }).toEqual({ response: null, error: "nothing listens any more" });
});

/** What is sent where a server is programmed byte by byte: strings are written, and after each pause what came is read. */
async function answeredWith(...parts: (string | Buffer | "end" | "reset" | "pause")[]): Promise<Sent> {
  const sockets = new Set<Socket>();
  let noteWritten = () => {};
  const written = new Promise<void>((resolve) => {
    noteWritten = resolve;
  });
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("data", async () => {
      for (const part of parts) {
        if (part === "end") socket.end();
        else if (part === "reset") socket.resetAndDestroy();
        else if (part === "pause") await new Promise((resolve) => setTimeout(resolve, 50));
        else socket.write(part);
      }
      noteWritten();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  if (parts.length > 0 && parts.at(-1) !== LATE) return send(port, post("/login"), PATIENCE, deadline);
  // The time begins once everything is written, and ends after a look at what has come: however busy the machine is.
  const afterWriting = (ms: number, late: () => void) => {
    void written.then(() => setTimeout(() => setImmediate(late), ms));
    return { cancel: () => {} };
  };
  return send(port, post("/login"), 200, afterWriting);
}

const OK = "HTTP/1.1 200 OK\r\n";
const LATE = "";

const noAnswer = "the connection was closed without an answer";
const cutOff = "the connection was closed in the middle of the answer";
const notHttp = "what came back is not HTTP";

const broken: Record<string, [string, ...Parameters<typeof answeredWith>]> = {
  "closed without a word": [noAnswer, "end"],
  "reset without a word": [noAnswer, "reset"],
  "closed in the middle of the head": [noAnswer, `${OK}content-le`, "end"],
  "closed before its length is reached": [cutOff, `${OK}content-length: 9\r\n\r\nhi`, "pause", "end"],
  "reset before its length is reached": [cutOff, `${OK}content-length: 9\r\n\r\nhi`, "pause", "reset"],
  "closed in the middle of a chunk": [
    cutOff,
    `${OK}transfer-encoding: chunked\r\n\r\n9\r\nhi`,
    "pause",
    "end",
  ],
  "closed before the last chunk": [
    cutOff,
    `${OK}connection: close\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhi\r\n`,
    "pause",
    "end",
  ],
  "another protocol": [notHttp, "SSH-2.0\r\n"],
  "a chunk without a length": [notHttp, `${OK}transfer-encoding: chunked\r\n\r\nzz\r\n`],
  "a length that is none": [notHttp, `${OK}content-length: x\r\n\r\n`],
  "a status below 100": [notHttp, "HTTP/1.1 000 No\r\ncontent-length: 0\r\n\r\n"],
  "headers that are too large": [
    "the answer's headers are too large",
    `${OK}x: ${"a".repeat(20_000)}\r\n\r\n`,
  ],
  "another protocol that nobody asked for": [
    noAnswer,
    "HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n",
  ],
  "a 100 that nobody asked for": [
    "it sent a 100 Continue that was not asked for",
    "HTTP/1.1 100 Continue\r\n\r\n",
  ],
  "no answer": ["no answer within 200 ms"],
  "half an answer": [
    "an answer (200) that did not end within 200 ms",
    `${OK}content-length: 9\r\n\r\nhi`,
    LATE,
  ],
};

describe.concurrent("an answer that is none", () => {
  for (const [title, [error, ...parts]] of Object.entries(broken)) {
    test(title, async ({ expect }) => {
      const sent = await answeredWith(...parts);
      expect(sent).toEqual({ response: null, error, timedOut: error.includes("within") });
    });
  }
});

describe.concurrent("an answer", () => {
  test("that comes in pieces, after hints, is read whole", async ({ expect }) => {
    const hints = "HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n";
    const { response } = await answeredWith(
      hints,
      `${OK}transfer-encoding: chu`,
      "pause",
      "nked\r\n\r\n2\r\nhi\r\n0\r\n\r\n",
    );
    expect(response).toEqual({
      status: 200,
      headers: { "transfer-encoding": "chunked" },
      setCookies: [],
      body: "hi",
      truncated: false,
    });
  });

  test("may end with its connection", async ({ expect }) => {
    expect((await answeredWith(`${OK}\r\nhello`, "pause", "end")).response?.body).toBe("hello");
  });

  test("is cut off where it is very long", async ({ expect }) => {
    const { response } = await answeredWith(`${OK}\r\n${"a".repeat(70_000)}`);
    expect([response?.body.length, response?.truncated]).toEqual([65_536, true]);
    const exact = await answeredWith(`${OK}content-length: 65536\r\n\r\n${"a".repeat(65_536)}`);
    expect([exact.response?.body.length, exact.response?.truncated]).toEqual([65_536, false]);
  });

  test("keeps each cookie, joins other headers of one name, and may give them any name", async ({
    expect,
  }) => {
    const lines = [
      "set-cookie: a=1",
      "X: 1",
      "Set-Cookie: b=2",
      "x: 2",
      "__proto__: z",
      "constructor: y",
      "content-length: 0",
    ];
    const { response } = await answeredWith(`${OK}${lines.join("\r\n")}\r\n\r\n`);
    expect(response?.setCookies).toEqual(["a=1", "b=2"]);
    expect(Object.entries(response?.headers ?? {})).toEqual([
      ["x", "1, 2"],
      ["__proto__", "z"],
      ["constructor", "y"],
      ["content-length", "0"],
    ]);
  });

  test("is unpacked as its Content-Encoding says", async ({ expect }) => {
    const { login } = await serving((_request, response) => {
      response.setHeader("Content-Encoding", "gzip");
      response.end(gzipSync('{"a":1}'));
    });
    expect((await login()).response?.body).toBe('{"a":1}');
  });

  test("that is long once it is unpacked is cut", async ({ expect }) => {
    const { login } = await serving((_request, response) => {
      response.setHeader("Content-Encoding", "gzip");
      response.end(gzipSync("x".repeat(200_000)));
    });
    expect((await login()).response).toMatchObject({ body: "x".repeat(64 * 1024), truncated: true });
  });

  test("of an encoding that no client knows is read as it came", async ({ expect }) => {
    for (const encoding of ["identity", "__proto__", "constructor"]) {
      const { login } = await serving((_request, response) => {
        response.setHeader("Content-Encoding", encoding);
        response.end("hi");
      });
      expect((await login()).response?.body).toBe("hi");
    }
  });

  test("that is not packed as its Content-Encoding says cannot be read", async ({ expect }) => {
    const { login } = await serving((_request, response) => {
      response.setHeader("Content-Encoding", "gzip");
      response.end('{"a":1}');
    });
    expect(await login()).toEqual({
      response: null,
      error: "its body is not what its header Content-Encoding says: gzip",
      timedOut: false,
    });
  });

  test("without a body may name a length", async ({ expect }) => {
    for (const status of ["204 No Content", "304 Not Modified"]) {
      const { response } = await answeredWith(`HTTP/1.1 ${status}\r\ncontent-length: 5\r\n\r\n`);
      expect([response?.status, response?.body]).toEqual([Number.parseInt(status, 10), ""]);
    }
  });
});

test("requests in one moment wait for no answer, and each has a connection of its own", async () => {
  const waiting = new Map<number | undefined, () => void>();
  const { server } = await serving((request, response) => {
    waiting.set(request.socket.remotePort, () => response.end());
    if (waiting.size === 10) for (const answer of waiting.values()) answer();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const requests = Array.from({ length: 10 }, () => post("/token"));
  const sent = await sendAtOnce(port, requests, PATIENCE, deadline, hold);
  expect(sent).toEqual(requests.map(() => answered));
});

test("requests in one moment to an app that closes each connection at once, or does not listen, are told so", async () => {
  const server = net.createServer((socket) => socket.resetAndDestroy());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const requests = [post("/token"), post("/token")];
  const reset = { response: null, error: noAnswer, timedOut: false };
  expect(await sendAtOnce(port, requests, PATIENCE, deadline, hold)).toEqual([reset, reset]);
  await new Promise((resolve) => server.close(resolve));
  const gone = { response: null, error: "nothing listens any more", timedOut: false };
  expect(await sendAtOnce(port, requests, PATIENCE, deadline, hold)).toEqual([gone, gone]);
});
