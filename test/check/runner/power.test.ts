/** The power that fails right after an answer: what was waited for is kept, the rest is lost, each time. */

import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { request } from "node:http";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { node } from "../../hostile/run.ts";
import { settle } from "./held.ts";

/** How often each is tried. */
const TRIES = process.env["FULL"] ? 200 : 8;

/** A server that answers once, by a handler: the body of an async function of `request` and `response`. */
function server(handler: string, armed = true): string {
  return `const power = require("./power.cjs").holdWrites();
    const fs = require("node:fs");
    const { promises } = fs;
    const crypto = require("node:crypto");
    const at = (name) => require("node:path").join(__dirname, name);
    const done = (begin) => new Promise((resolve) => begin(resolve));
    const server = require("node:http").createServer(async (request, response) => {
      const answer = (text = "done") => response.setHeader("Content-Length", text.length).end(text);
      for await (const _ of request);
      ${handler}
    });
    server.listen(0, "127.0.0.1", () => {
      ${armed ? "power.cutAtNextAnswer();" : ""}
      console.log(server.address().port);
    });`;
}

interface Outcome {
  answer: string;
  signal: string | null;
  /** What lies beside the program, and what is in it. */
  files: Record<string, string>;
}

function ask(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const asking = request({ port, host: "127.0.0.1", method: "POST" }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve(text));
      response.on("error", reject);
    });
    asking.on("error", reject);
    asking.end("{}");
  });
}

function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => !name.endsWith(".cjs"));
  const contents = names.map((name) => {
    const path = join(folder, name);
    return [name, statSync(path).isDirectory() ? "a folder" : readFileSync(path, "utf8")];
  });
  return Object.fromEntries(contents);
}

async function askOnce(program: string): Promise<Outcome> {
  const file = await settle(program, "power");
  const child = spawn(node, [file], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = new Promise<string | null>((resolve) => {
    child.on("close", (_code, signal) => resolve(signal));
  });
  const port = await new Promise<number>((resolve) => {
    child.stdout.once("data", (text: Buffer) => resolve(Number(text.toString())));
  });
  const answer = await ask(port);
  return { answer, signal: await ended, files: filesIn(dirname(file)) };
}

/** Asks servers of one kind, two at a time. Returns what became of them: each outcome once. */
async function tryOften(program: string): Promise<Outcome[]> {
  const seen = new Map<string, Outcome>();
  const go = async () => {
    for (let i = 0; i < TRIES / 2; i++) {
      const outcome = await askOnce(program);
      seen.set(JSON.stringify(outcome), outcome);
    }
  };
  await Promise.all([go(), go()]);
  return [...seen.values()];
}

/** In ms. `npm run test:all` asks each of them many times. */
const LIMIT = 10 * 60_000;

test("what is written without waiting is lost", { timeout: LIMIT }, async () => {
  const outcomes = await tryOften(
    server(`fs.writeFile(at("a"), "x", () => {});
      void promises.writeFile(at("b"), "x");
      fs.appendFile(at("c"), "x", () => {});
      void promises.open(at("d"), "w").then((file) => file.write("x"));
      fs.createWriteStream(at("e")).write("x");
      fs.mkdir(at("f"), () => {});
      fs.copyFile(__filename, at("g"), () => {});
      void fs.promises.cp(__dirname, at("h/i"), { recursive: true, filter: (name) => !name.includes("h") }).catch(() => {});
      setImmediate(() => fs.writeFileSync(at("j"), "x"));
      response.on("finish", () => fs.writeFileSync(at("k"), "x"));
      process.on("exit", () => fs.writeFileSync(at("l"), "x"));
      setTimeout(() => fs.writeFileSync(at("m"), "x"), 10_000);
      process.nextTick(() => fs.writeFileSync(at("n"), "x"));
      void Promise.resolve().then(() => fs.writeFileSync(at("o"), "x"));
      answer();
      fs.writeFileSync(at("p"), "x");`),
  );
  expect(outcomes).toEqual([{ answer: "done", signal: "SIGKILL", files: {} }]);
});

test("so it is where a token is signed or a password hashed meanwhile", { timeout: LIMIT }, async () => {
  const outcomes = await tryOften(
    server(`fs.writeFile(at("a"), "x", () => {});
      void promises.writeFile(at("b"), "x");
      const key = await crypto.subtle.importKey("raw", Buffer.alloc(32), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
      await crypto.subtle.sign("HMAC", key, Buffer.alloc(100));
      await done((end) => crypto.scrypt("lovelace", "salt", 32, end));
      await promises.readFile(__filename);
      answer();`),
  );
  expect(outcomes).toEqual([{ answer: "done", signal: "SIGKILL", files: {} }]);
});

test(
  "what is waited for is kept, and so is what was written before the answer",
  { timeout: LIMIT },
  async () => {
    const outcomes = await tryOften(
      server(`await promises.writeFile(at("a.new"), "x");
      await promises.rename(at("a.new"), at("a"));
      await promises.appendFile(at("b"), "x");
      await done((end) => fs.writeFile(at("c"), "x", end));
      const file = await promises.open(at("d"), "w");
      await file.write("x");
      await file.sync();
      await file.close();
      await done((end) => fs.createWriteStream(at("e")).end("x", end));
      await promises.mkdir(at("f/g"), { recursive: true });
      await promises.copyFile(at("a"), at("h"));
      await promises.unlink(at("b"));
      await promises.writeFile(at("nowhere/i"), "x").catch((error) => fs.writeFileSync(at("i"), error.code));
      await done((end) => fs.writeFile(at("nowhere/j"), "x", (error) => end(fs.writeFileSync(at("j"), error.code))));
      await done((end) => fs.rm(at("h"), end));
      fs.writeFileSync(at("k"), "x");
      answer();
      fs.appendFileSync(at("k"), "lost");`),
    );
    const files = { a: "x", c: "x", d: "x", e: "x", f: "a folder", i: "ENOENT", j: "ENOENT", k: "x" };
    expect(outcomes).toEqual([{ answer: "done", signal: "SIGKILL", files }]);
  },
);

test("an answer arrives whole, also one in pieces", { timeout: LIMIT }, async () => {
  const outcomes = await tryOften(
    server(`response.write("a".repeat(20_000));
      await done((end) => setTimeout(end, 5));
      response.write("b".repeat(20_000));
      response.end("c".repeat(20_000));
      fs.writeFileSync(at("lost"), "x");`),
  );
  const answer = "a".repeat(20_000) + "b".repeat(20_000) + "c".repeat(20_000);
  expect(outcomes).toEqual([{ answer, signal: "SIGKILL", files: {} }]);
});

test("a program that is never at rest still has its writes done", { timeout: LIMIT }, async () => {
  const program = server(`setInterval(() => { for (const end = Date.now() + 20; Date.now() < end;); }, 1);
    await promises.writeFile(at("a"), "x");
    answer();`);
  const { answer, files } = await askOnce(program);
  expect({ answer, files }).toEqual({ answer: "done", files: { a: "x" } });
});

test("while the power is not to be cut, nothing is held back", async () => {
  const program = server(
    `await promises.writeFile(at("a"), "x");
    fs.writeFile(at("b"), "x", () => process.exit());
    answer();`,
    false,
  );
  expect(await askOnce(program)).toEqual({ answer: "done", signal: null, files: { a: "x", b: "x" } });
});
