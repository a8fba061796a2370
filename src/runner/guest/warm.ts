/** Makes a child warm before it is given the learner's file: what runs first runs slowly. */

import http from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { functionsOf, tableOf } from "./layers.ts";
import { placeNow } from "./places.ts";
import { findExpress } from "./resolve.ts";
import { StoreReader } from "./store.ts";

type Handler = (request: { body?: unknown }, response: Answering) => void;

interface Answering {
  status(code: number): Answering;
  json(body: unknown): void;
  end(): void;
}

interface Throwaway {
  (request: http.IncomingMessage, response: http.ServerResponse): void;
  use(handler: unknown): void;
  post(path: string, handler: Handler): void;
}

/** What is used here of the module `express`, whichever version. */
interface Express {
  (): Throwaway;
  json(): unknown;
}

function isExpress(value: unknown): value is Express {
  return typeof value === "function" && "json" in value && typeof value.json === "function";
}

/** Express compiles nothing, but V8 does: after so many requests the next one takes a third of the time. */
const ROUNDS = 3;

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

/** tsx starts a translator with the first file that is required, and another with the first that is imported. */
async function startTranslators(): Promise<void> {
  if (!process.execArgv.includes("--import")) return;
  createRequire(import.meta.url)("./throwaway.cts");
  await import(new URL("throwaway.mts", import.meta.url).href);
}

/** All that looks at a learner's app, once: V8 compiles it, and its inspector comes up. */
function lookAt(app: object): void {
  placeNow();
  tableOf(app);
  new StoreReader().read(functionsOf(app), false);
}

/**
 * Loads express as a file in the folder `from` (absolute) would find it, else the tutor's (`fallback`: a file of its),
 * and sends a few requests to an app that is thrown away. To be called before anything is watched. Never fails: a child
 * that could not be warmed is a cold one.
 */
export async function warmUp(from: string, fallback: string): Promise<void> {
  try {
    const express = findExpress(join(from, "warm.js"), fallback);
    if (!isExpress(express)) return;
    const app = express();
    app.use(express.json());
    app.post("/json", (request, response) => response.json(request.body));
    app.post("/refused", (_request, response) => response.status(403).json({ error: "Forbidden" }));
    app.post("/empty", (_request, response) => response.status(204).end());
    const server = http.createServer(app);
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    for (let round = 0; round < ROUNDS; round++) {
      for (const path of ["/json", "/refused", "/empty"]) await post(port, path);
    }
    await new Promise((resolve) => server.close(resolve));
    lookAt(app);
    await startTranslators();
  } catch {
    // It is a cold one.
  }
}
