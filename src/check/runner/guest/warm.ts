/** Makes a child warm before it gets the learner's file, because code is slow when it runs for the first time. */

import http from "node:http";
import { createRequire } from "node:module";
import { watchAnswers } from "./answers.ts";
import { tell } from "./channel.ts";
import { watchExpress } from "./express.ts";
import { apps, functionsOf, tableOf } from "./layers.ts";
import { countRequest, forgetRequests } from "./requests.ts";
import { findExpress } from "./resolve.ts";
import { StoreReader } from "./store.ts";

/** The part of Express that the throwaway app needs. */
interface Express {
  (): Throwaway;
  json(): unknown;
}

interface Throwaway {
  (request: http.IncomingMessage, response: http.ServerResponse): void;
  use(handler: unknown): void;
  post(
    path: string,
    handler: (request: { body: { refreshToken: string } }, response: Answering) => void,
  ): void;
}

interface Answering {
  json(body: object): void;
  sendStatus(code: number): void;
}

function isExpress(value: unknown): value is Express {
  return typeof value === "function" && "json" in value && typeof value.json === "function";
}

/** V8 has compiled what has run so often. More rounds would change nothing. */
const ROUNDS = 40;

/** An app like the learner's. */
function throwawayApp(express: Express): Throwaway {
  const app = express();
  let refreshTokens: string[] = [];
  app.use(express.json());
  app.post("/login", (_request, response) => {
    refreshTokens.push("warm");
    response.json({ accessToken: "warm", refreshToken: "warm" });
  });
  app.post("/token", ({ body }, response) => {
    if (refreshTokens.includes(body.refreshToken)) response.json({ accessToken: "warm" });
    else response.sendStatus(403);
  });
  app.post("/logout", ({ body }, response) => {
    refreshTokens = refreshTokens.filter((token) => token !== body.refreshToken);
    response.sendStatus(204);
  });
  return app;
}

function post(port: number, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json" };
    const options = { host: "127.0.0.1", port, path, method: "POST", headers, agent: false };
    const request = http.request(options, (response) => {
      response.resume();
      response.on("end", resolve);
    });
    request.on("error", reject);
    request.end(JSON.stringify({ refreshToken: "warm" }));
  });
}

/**
 * Speaks with an app and looks at it as a check does. The host ignores all that is told of it, because it lacks the
 * secret.
 */
async function converse(app: Throwaway, enough: () => boolean): Promise<void> {
  const server = http.createServer(app);
  server.prependListener("request", countRequest);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const reader = new StoreReader();
  for (let round = 0; round < ROUNDS && !enough(); round++) {
    tell({ say: "answer", id: 0, n: 0, answer: { layers: tableOf(app) } });
    for (const path of ["/token", "/login", "/token", "/logout"]) {
      await post(port, path);
      tell({ say: "answer", id: 0, n: 0, answer: reader.read(functionsOf(app), false, false) });
    }
    reader.forget();
  }
  reader.close();
  await new Promise((resolve) => server.close(resolve));
}

/** tsx starts one translator with the first file that is required, and another with the first that is imported. */
async function startTranslators(): Promise<void> {
  if (!process.execArgv.includes("--import")) return;
  createRequire(import.meta.url)("./throwaway.cts");
  await import(new URL("throwaway.mts", import.meta.url).href);
}

/**
 * Loads express, watches it, and speaks with an app that is thrown away, for some 400 ms or until `enough` says so.
 * Only what V8 has compiled is left of it. Never fails: a child that could not be warmed is a cold one.
 *
 * @param from the folder for which express is found, absolute
 * @param fallback a file of the tutor's, absolute, to load express from where the folder has none
 */
export async function warmUp(from: string, fallback: string, enough: () => boolean): Promise<void> {
  try {
    const express = findExpress(from, fallback);
    if (!isExpress(express)) return;
    await startTranslators();
    // Node opens them when they are read for the first time.
    void [process.stdout, process.stderr];
    watchAnswers();
    watchExpress(express);
    await converse(throwawayApp(express), enough);
  } catch {
    // It is a cold child then.
  } finally {
    apps.length = 0;
    forgetRequests();
  }
}
