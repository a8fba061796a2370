/**
 * Boots a learner program without the tutor, so that what the tests claim of it rests on a second witness.
 *
 *     const place = settle(entry);                          // a copy in a folder of its own
 *     const app = await boot(place, { clock: "moving" });
 *     const answer = await app.ask("POST", "/login", { body: { username: "ada", password: "lovelace" } });
 *     await app.move(61 * MINUTE);
 *     await app.end();                                      // SIGKILL; boot(place) again for a second boot
 *     place.leave();
 */

import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));
const preload = fileURLToPath(new URL("preload.cjs", import.meta.url));
const libraries = ["express", "jsonwebtoken", "jose", "cookie-parser"];

/**
 * Copies a program to a temporary folder in which the libraries are found.
 *
 * @param entry the file to run, absolute; where it is named app.<ext>, its whole folder is the program
 * @param options.express 4 or 5 (as `programsOf` says by the slug)
 * @returns `entry` (of the copy), `folder`, and `leave()`, which removes the copy
 */
export function settle(entry, { express = entry.includes("express4") ? 4 : 5 } = {}) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "confirm-")));
  if (basename(entry).startsWith("app.")) cpSync(dirname(entry), folder, { recursive: true });
  else cpSync(entry, join(folder, basename(entry)));
  if (!existsSync(join(folder, "package.json")))
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  mkdirSync(join(folder, "node_modules"));
  for (const name of libraries) {
    const target = join(modules, name === "express" && express === 4 ? "express4" : name);
    if (existsSync(target)) symlinkSync(target, join(folder, "node_modules", name), "dir");
  }
  return {
    entry: join(folder, basename(entry)),
    folder,
    leave: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The three secrets that the tutor sets, random. Hand the same ones to every boot of a world. */
export function secrets() {
  const names = ["ACCESS_TOKEN_SECRET", "REFRESH_TOKEN_SECRET", "JWT_SECRET"];
  return Object.fromEntries(names.map((name) => [name, randomBytes(32).toString("hex")]));
}

/**
 * Sends one request on a connection of its own.
 *
 * @returns `{ status, headers, text, json, error }`: `json` is undefined where the body is none; `error` is a string,
 *   and the rest undefined, where no answer came ("timeout" after two seconds)
 */
export function ask(port, method, path, { body, headers = {}, timeout = 2_000 } = {}) {
  const text = body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body);
  const all = { ...(text === undefined ? {} : { "content-type": "application/json" }), ...headers };
  if (text !== undefined) all["content-length"] = Buffer.byteLength(text);
  return new Promise((resolve) => {
    const call = request({ host: "127.0.0.1", port, method, path, headers: all, agent: false });
    const timer = setTimeout(() => call.destroy(new Error("timeout")), timeout);
    const finish = (answer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    call.on("error", (error) => finish({ error: error.message || error.code }));
    call.on("response", (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", (error) => finish({ error: error.message }));
      response.on("end", () => {
        const answer = {
          status: response.statusCode,
          headers: response.headers,
          text: `${Buffer.concat(parts)}`,
        };
        try {
          answer.json = JSON.parse(answer.text);
        } catch {
          // The body is no JSON.
        }
        finish(answer);
      });
    });
    call.end(text);
  });
}

/**
 * Boots a settled program; rejects with what it wrote where it does not come to listen within forty seconds.
 *
 * @param place what `settle` returned
 * @param options.env set beside the secrets (`undefined` unsets one)
 * @param options.clock "standing" (at `options.at`, ms since 1970), "moving" (`move` works), or none: the real one
 * @param options.seed makes `Math.random` give the same numbers for the same seed
 * @param options.preloads further files to `--require`, absolute, after this one
 * @param options.cwd the working directory; the place's folder where it is not given
 * @returns the app: `port`, `pid`, `ask(method, path, options)`, `move(ms)`, `output()` (all that it wrote),
 *   `exit()` ({ code, signal }, or null while it runs), `died` (a promise of that), `end(signal = "SIGKILL")`
 */
export async function boot(place, { env = {}, clock, at, seed, preloads = [], cwd = place.folder } = {}) {
  const typescript = /\.[cm]?ts$/.test(place.entry);
  const child = fork(place.entry, [], {
    cwd,
    execArgv: [
      ...[preload, ...preloads].flatMap((file) => ["--require", file]),
      // By --import alone, Node 20 cannot require a .json from a .cts (express does).
      ...(place.entry.endsWith(".cts") ? ["--require", fileURLToPath(import.meta.resolve("tsx/cjs"))] : []),
      ...(typescript && !place.entry.endsWith(".cts") ? ["--import", import.meta.resolve("tsx")] : []),
    ],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ...secrets(),
      ...env,
      CONFIRM: JSON.stringify({ clock, at, seed, entry: place.entry }),
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  let exit = null;
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += part));
  const died = new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve((exit = { code, signal })));
  });
  const heard = (kind) =>
    new Promise((resolve) => {
      const listen = (message) => {
        if (message?.kind !== kind) return;
        child.off("message", listen);
        resolve(message);
      };
      child.on("message", listen);
    });

  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, 40_000)));
  const first = await Promise.race([heard("listening"), died, late]);
  clearTimeout(timer);
  if (first?.kind !== "listening") {
    child.kill("SIGKILL");
    throw new Error(`did not listen (${JSON.stringify(first ?? "late")})\n${output}`);
  }
  return {
    port: first.port,
    pid: child.pid,
    died,
    exit: () => exit,
    output: () => output,
    ask: (method, path, options) => ask(first.port, method, path, options),
    async move(ms) {
      const moved = heard("moved");
      // A program that has just died is told of by `died`.
      child.send({ kind: "move", ms }, () => {});
      await Promise.race([moved, died]);
    },
    async end(signal = "SIGKILL") {
      child.kill(signal);
      await died;
    },
  };
}
