/** `serve` on the built program: real sockets, no fixed port. */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { begin, emptyFolder, run, solution } from "../commands/program.ts";

/** A port that was free a moment ago; `serve` takes the next one should it be taken by now. */
function freePort(): Promise<{ port: number; release(): Promise<void> }> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address: AddressInfo | string | null = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      const release = () => new Promise<void>((done) => server.close(() => done()));
      onTestFinished(async () => void (await release().catch(() => {})));
      resolve({ port, release });
    });
  });
}

/** Serves a file in a folder of its own; `said` waits for what is printed. */
async function serving(text: string, port: number, step = "4") {
  const folder = emptyFolder();
  const file = join(folder, "app.js");
  writeFileSync(file, text);
  const { child, ended } = begin(["serve", step, "--file", "app.js", "--port", String(port)], {
    cwd: folder,
  });
  let printed = "";
  let looks: (() => void)[] = [];
  child.stdout?.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
    looks.forEach((look) => look());
  });
  const said = (wanted: RegExp) =>
    new Promise<string>((resolve) => {
      const look = () => {
        if (!wanted.test(printed)) return;
        looks = looks.filter((other) => other !== look);
        resolve(printed);
      };
      looks.push(look);
      look();
    });
  const origin = /http:\/\/localhost:(\d+)/.exec(await said(/client +server/))?.[1];
  const url = (path: string) => `http://127.0.0.1:${origin}${path}`;
  return {
    child,
    ended,
    said,
    port: Number(origin),
    save: (now: string) => writeFileSync(file, now),
    post: (path: string, body: unknown) =>
      fetch(url(path), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
  };
}

test("passes requests on, and draws each with the store after it", async () => {
  const free = await freePort();
  await free.release();
  const app = await serving(solution("4-logout.js"), free.port);
  const login = await app.post("/login", { username: "ada" });
  expect(await login.json()).toEqual({ accessToken: "access123", refreshToken: "refresh123" });
  await app.said(/POST \/login[^]*200[^]*\["refresh123"\]/);
  expect((await app.post("/logout", { refreshToken: "refresh123" })).status).toBe(204);
  await app.said(/POST \/logout[^]*204[^]*\[\]/);
  app.child.kill("SIGINT");
  expect((await app.ended).code).toBe(130);
});

test("takes the next free port where the wanted one is taken, and says so", async () => {
  const taken = await freePort();
  const app = await serving(solution("4-logout.js"), taken.port);
  expect(app.port).toBeGreaterThan(taken.port);
  await app.said(new RegExp(`Port ${taken.port} is taken, so this is port ${app.port}`));
  expect((await app.post("/login", {})).status).toBe(200);
});

test("starts the app anew with each save; while it is down, requests get one sentence", async () => {
  const free = await freePort();
  await free.release();
  const app = await serving(solution("4-logout.js"), free.port);
  app.save("const express = require('express');\nexpress().nothing();\n");
  await app.said(/did not start\. TypeError/);
  const refused = await app.post("/login", {});
  expect(refused.status).toBe(503);
  expect(await refused.text()).toMatch(/^The app did not start\. TypeError.*\n$/);
  app.save(solution("1-login.js"));
  await app.said(/Restarted/);
  expect((await app.post("/login", {})).status).toBe(200);
});

test("an app that writes beside itself is not started anew by it", async () => {
  const free = await freePort();
  await free.release();
  const app = await serving(
    `const fs = require("node:fs");
const app = require("express")();
app.post("/login", (req, res) => {
  fs.writeFileSync(__dirname + "/sessions.json", String(Math.random()));
  fs.writeFileSync(__dirname + "/sessions.js", String(Math.random()));
  res.json({ pid: process.pid });
});
app.listen(3000);
`,
    free.port,
  );
  const pids: unknown[] = [];
  for (let login = 0; login < 5; login++) pids.push(await (await app.post("/login", {})).json());
  expect(new Set(pids.map((pid) => JSON.stringify(pid))).size).toBe(1);
  const printed = await app.said(/(POST \/login[^]*){5}/);
  expect(printed).not.toContain("Restarted");
});

test("part two: the secrets are set, and curl keeps a jar where cookies are needed", async () => {
  const free = await freePort();
  await free.release();
  const app = await serving(
    `const app = require("express")();
app.post("/login", (req, res) => {
  const { ACCESS_TOKEN_SECRET, REFRESH_TOKEN_SECRET, JWT_SECRET, NODE_ENV } = process.env;
  res.cookie("__Host-refresh", "a", { httpOnly: true, secure: true, sameSite: "strict", path: "/" });
  res.json({ secrets: [ACCESS_TOKEN_SECRET, REFRESH_TOKEN_SECRET, JWT_SECRET].map((one) => one.length), NODE_ENV });
});
app.post("/token", (req, res) => res.json({ cookie: req.headers.cookie ?? null }));
app.listen(3000);
`,
    free.port,
    "12",
  );
  const login = await app.post("/login", {});
  expect(await login.json()).toEqual({ secrets: [64, 64, 64] });
  expect(login.headers.getSetCookie()[0]).toMatch(/^__Host-refresh=a;.*HttpOnly/);
  const printed = await app.said(/-c jar -b jar[^]*\/token/);
  expect(printed).toContain("curl -i -c jar -b jar -X POST");
});

test("tells that the app has crashed, and what it printed", async () => {
  const free = await freePort();
  await free.release();
  const app = await serving(
    `const app = require("express")();
console.log("hello from the app");
app.post("/login", () => setImmediate(() => { throw new Error("out of patience"); }));
app.listen(3000);
`,
    free.port,
  );
  await app.said(/\[your app\] hello from the app/);
  expect((await app.post("/login", {})).status).toBe(502);
  await app.said(/The app has crashed\. Error: out of patience \(app\.js:3\)/);
});

test.for(["0", "65536", "http", "-1"])("refuses port %s with the next thing to type", async (port) => {
  const { code, stderr } = await run(["serve", "--port", port], { cwd: emptyFolder() });
  expect(code).toBe(2);
  expect(stderr).toContain("Next: refresh-tutor serve --port 3000");
});
