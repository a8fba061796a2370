import { once } from "node:events";
import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import { compileFunction } from "node:vm";
import express from "express";
import type { Call } from "../../../src/quiz/question.ts";
import { describeAnswer } from "./describe.ts";
import { IMPORTED_NAMES, IMPORTED_VALUES } from "./print.ts";

/** The Express 5 app that a snippet makes. Every call makes a new one, as a restart would. */
export function appOf(code: string): RequestListener {
  const names = ["express", ...IMPORTED_NAMES];
  const app: unknown = compileFunction(`${code}\nreturn app;`, names)(express, ...IMPORTED_VALUES);
  if (!isListener(app)) throw new Error("the snippet makes no app");
  return app;
}

function isListener(value: unknown): value is RequestListener {
  return typeof value === "function";
}

/**
 * Puts an app on a free port of 127.0.0.1, does something with it and takes it down again.
 *
 * @param use gets the address, such as `http://127.0.0.1:54321`, and the server
 */
export async function serving<Result>(
  app: RequestListener,
  use: (address: string, server: Server) => Promise<Result>,
): Promise<Result> {
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await use(addressOf(server), server);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening on a port");
  return `http://127.0.0.1:${address.port}`;
}

/** Sends a call of the bank over real HTTP. */
export async function send(address: string, call: Call): Promise<Response> {
  const [method = "", path = ""] = call.request.split(" ");
  const { body } = call;
  const json = body === undefined ? {} : { "Content-Type": "application/json" };
  const headers = { ...json, ...call.headers };
  return fetch(address + path, { method, headers, ...(body === undefined ? {} : { body }) });
}

/** Sends a call and says what came back. */
export async function answerTo(address: string, call: Call): Promise<string> {
  const response = await send(address, call);
  return describeAnswer(response.status, response.headers.get("content-type"), await response.text());
}
