/** What a burglar with a copy of the memory finds: everything that the handlers can reach, and nothing of the machine's. */

import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Guest } from "../../../src/check/runner/host.ts";
import { DEADLINES } from "../../../src/check/deadlines.ts";

/** The texts that are reached in a program after one POST /login, by the way to each. */
async function reachedIn(text: string): Promise<Map<string, string>> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "refresh-tutor-reach-")));
  const file = join(folder, "app.js");
  writeFileSync(file, text);
  const guest = new Guest({ typescript: false });
  onTestFinished(async () => {
    await guest.end();
    rmSync(folder, { recursive: true, force: true });
  });
  expect(await guest.boot(file, DEADLINES.boot)).toMatchObject({ outcome: "up" });
  await fetch(`http://127.0.0.1:${guest.port}/login`, { method: "POST" });
  const seen = await guest.ask({ about: "reach" }, DEADLINES.request);
  return new Map((seen?.answer.reached ?? []).map(({ where, text: found }) => [found, where]));
}

const app = (before: string, handler: string) => `
  const app = require("express")();
  ${before}
  app.post("/login", (req, res) => { ${handler}; res.json({}) });
  app.listen(0);
`;
const TOKEN = '"the-token-" + "itself"';

test.each([
  ["an array of records", "const list = [];", `list.push({ token: ${TOKEN} })`, "list[0].token"],
  [
    "a Map's values",
    "const byUser = new Map();",
    `byUser.set("ada", { token: ${TOKEN} })`,
    "byUser.get(…).token",
  ],
  ["a Map's keys", "const owners = new Map();", `owners.set(${TOKEN}, "ada")`, "a key of owners"],
  ["a Set", "const tokens = new Set();", `tokens.add(${TOKEN})`, "an item of tokens"],
  ["the keys of an object", "const owners = {};", `owners[${TOKEN}] = 1`, "a key of owners"],
  [
    "a private field of a class",
    "class Store { #kept = []; add(one) { this.#kept.push(one) } } const store = new Store();",
    `store.add(${TOKEN})`,
    "store.#kept[0]",
  ],
  [
    "a private field of each object of a class",
    "class Login { #token; constructor(token) { this.#token = token } } const logins = [];",
    `logins.push(new Login("another token"), new Login(${TOKEN}))`,
    "logins[1].#token",
  ],
  ["bytes", "const buffers = [];", `buffers.push(Buffer.from(${TOKEN}))`, "buffers[0]"],
  [
    "a closure",
    "const store = (() => { let last = null; return { keep: (one) => { last = one } } })();",
    `store.keep(${TOKEN})`,
    "last",
  ],
  ["a Proxy", "const rows = new Proxy([], {});", `rows.push({ token: ${TOKEN} })`, "rows[0].token"],
  [
    "what a promise has given",
    "class Database { rows = [] } const db = Promise.resolve(new Database());",
    `db.then(({ rows }) => rows.push({ token: ${TOKEN} }))`,
    "db.rows[0].token",
  ],
  [
    "a WeakMap",
    "const hidden = new WeakMap(); hidden.set(app, []);",
    `hidden.get(app).push(${TOKEN})`,
    "hidden[0]",
  ],
  [
    "an emitter of events of the program's own",
    'class Store extends require("events") { kept = [] } const store = new Store();',
    `store.kept.push(${TOKEN})`,
    "store.kept[0]",
  ],
  ["app.locals", "", `app.locals.last = ${TOKEN}`, "last"],
])("%s", async (_where, before, handler, way) => {
  const reached = await reachedIn(app(before, handler));
  expect([...reached.keys()]).toContain("the-token-itself");
  expect(reached.get("the-token-itself")).toBe(way);
});

test.each([
  [
    "an arrow function in a constructor",
    `constructor(rows) { this.rows = rows; app.post("/login", (req, res) => { this.rows.push(${TOKEN}); res.json({}) }) }`,
  ],
  [
    "an arrow function as a field",
    `constructor(rows) { this.rows = rows; app.post("/login", this.login) }
     login = (req, res) => { this.rows.push(${TOKEN}); res.json({}) }`,
  ],
])("what %s knows as this", async (_who, members) => {
  const reached = await reachedIn(`
    const app = require("express")();
    class Controller { ${members} }
    new Controller([]);
    app.listen(0);
  `);
  expect(reached.get("the-token-itself")).toBe("rows[0]");
});

test("the last answer that a lock holds is not kept", async () => {
  const reached = await reachedIn(
    app(
      "let last = Promise.resolve(); const locked = (work) => (last = last.then(work, work));",
      `locked(() => ({ refreshToken: ${TOKEN} }))`,
    ),
  );
  expect([...reached.keys()]).not.toContain("the-token-itself");
});

test("what the connection holds is not the program's memory", async () => {
  const reached = await reachedIn(
    app(
      "const seen = []; let server;",
      `seen.push(req); const own = ${TOKEN}; setTimeout(() => own, 60_000).unref()`,
    ),
  );
  expect([...reached.keys()]).not.toContain("the-token-itself");
});
