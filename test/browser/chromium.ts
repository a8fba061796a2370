/** A headless Chromium that is driven over its own protocol (https://chromedevtools.github.io/devtools-protocol/). */

import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { WebSocket } from "undici";
import { isRecord } from "../../src/base/shape.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium on this machine; null where there is none. */
export function findChromium(): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const runs = (path: string) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  return paths.find(runs) ?? null;
}

export interface Page {
  /** Goes to an address and waits until it is there. */
  open(url: string): Promise<void>;
  /** Runs code in the page as its console does, `await` and all; gives back its value as plain data. */
  run(code: string): Promise<unknown>;
  /** The cookies that the browser would send to an address. */
  cookies(url: string): Promise<Record<string, unknown>[]>;
}

export interface Browser {
  page: Page;
  version: string;
  close(): Promise<void>;
}

/** Starts a Chromium (`path`) with an empty profile in a folder (absolute). */
export async function startChromium(path: string, profile: string): Promise<Browser> {
  const child = spawn(
    path,
    [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let printed = "";
    child.once("error", reject);
    child.once("close", () => reject(new Error(`Chromium ended: ${printed}`)));
    child.stderr.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
      if (found) resolve(found);
    });
  });

  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve());
    socket.addEventListener("error", () => reject(new Error("no connection to Chromium")));
  });
  let last = 0;
  const waiting = new Map<
    number,
    { resolve(result: Record<string, unknown>): void; reject(error: Error): void }
  >();
  const heard = new Set<(method: string) => void>();
  socket.addEventListener("message", ({ data }) => {
    const message: unknown = JSON.parse(String(data));
    if (!isRecord(message)) return;
    const { id, method, result, error } = message;
    if (typeof method === "string") for (const hear of heard) hear(method);
    const asked = typeof id === "number" ? waiting.get(id) : undefined;
    if (isRecord(error)) asked?.reject(new Error(String(error["message"])));
    else if (isRecord(result)) asked?.resolve(result);
  });
  const ask = (method: string, params: object = {}, sessionId?: string) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      socket.send(JSON.stringify({ id, method, params, sessionId }));
    });

  const { product } = await ask("Browser.getVersion");
  const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
  const inPage = (method: string, params: object = {}) => ask(method, params, String(sessionId));
  await inPage("Page.enable");
  return {
    version: String(product),
    page: {
      async open(url) {
        const loaded = new Promise<void>((resolve) => {
          const hear = (method: string) => {
            if (method !== "Page.loadEventFired") return;
            heard.delete(hear);
            resolve();
          };
          heard.add(hear);
        });
        await inPage("Page.navigate", { url });
        await loaded;
      },
      async run(code) {
        const options = { expression: code, awaitPromise: true, returnByValue: true, replMode: true };
        const { result, exceptionDetails } = await inPage("Runtime.evaluate", options);
        if (isRecord(exceptionDetails)) throw new Error(JSON.stringify(exceptionDetails));
        return isRecord(result) ? result["value"] : undefined;
      },
      async cookies(url) {
        const { cookies } = await inPage("Network.getCookies", { urls: [url] });
        return Array.isArray(cookies) ? cookies.filter(isRecord) : [];
      },
    },
    async close() {
      socket.close();
      child.kill("SIGKILL");
      await gone;
    },
  };
}
