/** The client against real servers: what an app does to one connection never reaches the next request. */

import http from "node:http";
import type { RequestListener } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { send } from "../../../src/check/checker/client.ts";
import { post } from "../../../src/check/requests.ts";

const PATIENCE = 10_000;

const deadline = (ms: number, late: () => void) => {
  const timer = setTimeout(late, ms);
  return { cancel: () => clearTimeout(timer) };
};

async function serving(handler: RequestListener) {
  const server = http.createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
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
