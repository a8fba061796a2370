/**
 * Says whether a program does what the course asks for, without anything of the tutor's: a plain child process, plain HTTP,
 * and one expectation after the other. What mutants are really worth is decided here.
 */

import { fork } from "node:child_process";
import type { ChildProcess, StdioOptions } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PATIENCE } from "../patience.ts";

/** How long an answer may take, and how long a busy machine may take to start a program or to pass on a message, in ms. */
const IN_TIME = 3_000;
const preload = join(import.meta.dirname, "preload.cjs");

/** What stands at the end of a program that is to be tried. */
export const PROBE = `\n;${readFileSync(join(import.meta.dirname, "probe.cjs"), "utf8")}`;

/** Why the program falls short, in a few words. */
class Broken extends Error {}

interface Message {
  port?: number;
  twice?: boolean;
  id?: number;
  tokens?: string[] | null;
}

interface Answer {
  status: number;
  type: string;
  body: string;
}

/** One program that runs, and the ways to speak to it. */
class Running {
  readonly #child: ChildProcess;
  readonly #ended: Promise<never>;
  readonly #waiting: ((message: Message) => void)[] = [];
  #port = 0;
  #twice = false;
  #asked = 0;

  constructor(file: string) {
    const stdio: StdioOptions = ["ignore", "ignore", "ignore", "ipc"];
    this.#child = fork(file, { execArgv: ["--require", preload], stdio });
    this.#child.on("message", (message: Message) => {
      if (message.twice) this.#twice = true;
      for (const hear of this.#waiting) hear(message);
    });
    this.#ended = new Promise((_, reject) => {
      this.#child.once("exit", (code) => reject(new Broken(`it ended with ${code}`)));
    });
    this.#ended.catch(() => {});
  }

  async #message<T>(what: string, pick: (message: Message) => T | undefined): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Broken(`no ${what} in time`)), PATIENCE);
    });
    const heard = new Promise<T>((resolve) => {
      this.#waiting.push((message) => {
        const picked = pick(message);
        if (picked !== undefined) resolve(picked);
      });
    });
    return Promise.race([heard, late, this.#ended]).finally(() => clearTimeout(timer));
  }

  async up(): Promise<void> {
    this.#port = await this.#message("app", ({ port }) => port);
  }

  /** `refreshTokens` as the outermost scope has it; null where that is no array. `add`: puts a token into it first. */
  async tokens(add?: string, at?: "front" | "back"): Promise<string[] | null> {
    const id = ++this.#asked;
    const tokens = this.#message("sign of life", (message) =>
      message.id === id ? { tokens: message.tokens ?? null } : undefined,
    );
    this.#child.send({ id, add, at }, () => {});
    return (await tokens).tokens;
  }

  async post(path: string, json: unknown): Promise<Answer> {
    const sent = fetch(`http://127.0.0.1:${this.#port}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", connection: "close" },
      body: JSON.stringify(json),
      signal: AbortSignal.timeout(IN_TIME),
    }).then(async (response): Promise<Answer> => {
      const type = response.headers.get("content-type") ?? "";
      return { status: response.status, type, body: await response.text() };
    });
    sent.catch(() => {});
    const answer = await Promise.race([sent, this.#ended]).catch((error: unknown) => {
      throw error instanceof Broken ? error : new Broken(`${path}: no answer`);
    });
    await this.tokens();
    if (this.#twice) throw new Broken(`${path}: answered twice`);
    return answer;
  }

  async end(): Promise<void> {
    const gone = this.#ended.catch(() => {});
    this.#child.kill("SIGKILL");
    await gone;
  }
}

function holds(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Broken(otherwise);
}

function expectJson(
  what: string,
  { status, type, body }: Answer,
  wanted: number | "2xx",
  fields: object,
): void {
  holds(wanted === "2xx" ? status >= 200 && status < 300 : status === wanted, `${what}: ${status}`);
  holds(type.includes("json"), `${what}: ${type || "no content type"}`);
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw new Broken(`${what}: no JSON`);
  }
  for (const [name, value] of Object.entries(fields)) {
    const got: unknown = typeof json === "object" && json !== null ? Reflect.get(json, name) : undefined;
    holds(got === value, `${what}: ${name} is ${JSON.stringify(got)}`);
  }
}

async function speak(app: Running, step: number): Promise<void> {
  const login = async () => {
    const answer = await app.post("/login", { username: "grace", password: "hopper" });
    expectJson("login", answer, "2xx", { accessToken: "access123", refreshToken: "refresh123" });
  };
  const token = (refreshToken: string) => app.post("/token", { refreshToken });
  const forbidden = { error: "Forbidden" };
  const renewal = { accessToken: "newAccess123" };
  const logout = (refreshToken: string) => app.post("/logout", { refreshToken });

  if (step >= 2) {
    const atStart = await app.tokens();
    holds(atStart !== null, "no array refreshTokens outside the handlers");
    holds(atStart.length === 0, "refreshTokens is not empty at the start");
  }
  if (step >= 3) expectJson("token before login", await token("refresh123"), 403, forbidden);
  await login();
  if (step >= 2)
    holds((await app.tokens())?.includes("refresh123") ?? false, "login does not store refresh123");
  if (step < 3) return;
  expectJson("unknown token", await token("nobodys"), 403, forbidden);
  expectJson("known token", await token("refresh123"), "2xx", renewal);
  expectJson("known token again", await token("refresh123"), "2xx", renewal);
  if (step < 4) return;
  await app.tokens("a-first", "front");
  await app.tokens("z-last", "back");
  const usable = async (when: string) => {
    for (const person of ["a-first", "z-last"])
      expectJson(`${person} ${when}`, await token(person), "2xx", renewal);
  };
  await usable("before any logout");
  const { status, body } = await logout("refresh123");
  holds(status === 204 && body === "", `logout: ${status}`);
  expectJson("token after its logout", await token("refresh123"), 403, forbidden);
  await usable("after another's logout");
  await logout("nobodys");
  await usable("after an unknown logout");
  await logout("a-first");
  expectJson("first's after the logout", await token("a-first"), 403, forbidden);
  await logout("z-last");
  expectJson("last's after the logout", await token("z-last"), 403, forbidden);
}

/** Runs a program (a file, absolute, PROBE at its end); null where it keeps the contract up to a step, else what it breaks. */
export async function breaks(file: string, step: number): Promise<string | null> {
  const app = new Running(file);
  try {
    await app.up();
    await speak(app, step);
    return null;
  } catch (error) {
    if (error instanceof Broken) return error.message;
    throw error;
  } finally {
    await app.end();
  }
}
