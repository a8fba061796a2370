/** The search for the store stays short, however much the handlers can reach, and its time is not the program's. */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Guest } from "../../../src/check/runner/host.ts";
import { DEADLINES } from "../../../src/check/deadlines.ts";

/** A library like lodash: one file, thousands of functions, and from each of them a way to all others. */
const names = Array.from({ length: 1_500 }, (_, index) => `f${index}`);
const LIBRARY = `
  function lib() {}
  ${names.map((name) => `function ${name}(x) { return all[x] ?? objects[x] ?? lib; /* ${"as lodash ".repeat(20)}*/ }`).join("\n")}
  const all = { ${names.join(", ")} };
  const objects = Array.from({ length: 3000 }, (_, index) => ({ index, use: all["f" + (index % 1500)], lib }));
  objects.forEach((one, index) => { one.next = objects[(index + 1) % 3000]; one.back = objects[0] });
  Object.assign(lib, all, { all, first: objects[0], ${names.slice(0, 100).map((name, index) => `${name}list: { ${name}, one: objects[${index}] }`)} });
  function local(x) { return ${names.slice(0, 200).join(", ")}, x }
  lib.local = local;
  module.exports = lib;
`;
const STORE = `
  const tokens = ["token"];
  exports.keep = (token) => tokens.push(token);
`;

/** How long the guest looks into a program of these files, in ms, and what it finds. The first file is run. */
async function lookInto(files: Record<string, string>, deep = false) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "refresh-tutor-store-")));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const guest = new Guest({ typescript: false });
  onTestFinished(async () => {
    await guest.end();
    rmSync(folder, { recursive: true, force: true });
  });
  expect(await guest.boot(join(folder, "app.js"), DEADLINES.boot)).toMatchObject({ outcome: "up" });
  const seen = await guest.ask({ about: "store", deep, brief: false }, DEADLINES.check);
  return { answer: seen?.answer, looked: guest.looked };
}

const app = (load: string, use = "lib.f1(req)") => `
  const app = require("express")();
  ${load}
  app.post("/login", (req, res) => { ${use}; store.keep("token"); res.json({}) });
  app.listen(0);
`;

// Without limits each took seconds (with lodash itself, 6 s). A machine that is busy with other tests needs some 100 ms.
const SHORT = 1_000;

test.each([
  ["a package", "node_modules/big/index.js", `const lib = require("big"); const store = require("./store")`],
  ["a file of the learner's", "big.js", `const lib = require("./big"); const store = require("./store")`],
])("a large library is reached: %s", async (_where, file, load) => {
  const { answer, looked } = await lookInto({ [file]: LIBRARY, "store.js": STORE, "app.js": app(load) });
  expect(answer?.store).toEqual({ kind: "absent" });
  expect(answer?.holders).toContainEqual({ name: "tokens", type: "array", tokens: ["token"] });
  expect(looked).toBeGreaterThan(0);
  expect(looked).toBeLessThan(SHORT);
});

test("the store behind a large library is found", async () => {
  const { answer } = await lookInto({
    "node_modules/big/index.js": LIBRARY,
    "store.js": STORE.replaceAll("tokens", "refreshTokens"),
    "app.js": app(`const lib = require("big"); const store = require("./store")`),
  });
  expect(answer?.store).toEqual({ kind: "array", tokens: ["token"], scope: "closure" });
});

const REPOSITORY = `
  let refreshTokens = [];
  class Repository { add(token) { refreshTokens.push(token) } }
`;
const CALL = 'repository.add("refresh123"); res.json({})';

/** Programs that keep the token where no variable of the handler's own leads: what is loaded, and how a login gets to it. */
const FARAWAY: Record<string, Record<string, string>> = {
  "exports of an ES module, behind import *": {
    "app.mjs": `import express from "express"; import * as store from "./store.mjs";
      const app = express(); app.post("/login", (req, res) => { store.add("refresh123"); res.json({}) }); app.listen(0);`,
    "store.mjs": "const refreshTokens = []; export const add = (token) => refreshTokens.push(token);",
  },
  "a file that only a class leads to, which arrow functions know as this": {
    "app.js": `const app = require("express")(); const Repository = require("./repository");
      class Controller {
        constructor(repository) { this.repository = repository; app.post("/login", (req, res) => { this.${CALL} }) }
      }
      new Controller(new Repository()); app.listen(0);`,
    "repository.js": `${REPOSITORY} module.exports = Repository;`,
  },
  "a Map of services": {
    "app.js": `const app = require("express")(); const Repository = require("./repository");
      const services = new Map([["repository", new Repository()]]); const get = (name) => services.get(name);
      app.post("/login", (req, res) => { const repository = get("repository"); ${CALL} }); app.listen(0);`,
    "repository.js": `${REPOSITORY} module.exports = Repository;`,
  },
  "a promise": {
    "app.js": `const app = require("express")(); const Repository = require("./repository");
      const ready = Promise.resolve(new Repository());
      app.post("/login", async (req, res) => { const repository = await ready; ${CALL} }); app.listen(0);`,
    "repository.js": `${REPOSITORY} module.exports = Repository;`,
  },
  "a file that a handler loads": {
    "app.js": `const app = require("express")();
      app.post("/login", (req, res) => { const repository = new (require("./repository"))(); ${CALL} }); app.listen(0);`,
    "repository.js": `${REPOSITORY} module.exports = Repository;`,
  },
  "a handler that is wrapped": {
    "app.js": `const app = require("express")(); const Repository = require("./repository");
      const wrap = (handler) => (req, res, next) => handler(req, res, next);
      class Controller {
        constructor(repository) { this.repository = repository; app.post("/login", wrap((req, res) => { this.${CALL} })) }
      }
      new Controller(new Repository()); app.listen(0);`,
    "repository.js": `${REPOSITORY} module.exports = Repository;`,
  },
};

test.each(Object.keys(FARAWAY))("the store is found behind %s", async (way) => {
  const files = FARAWAY[way] ?? {};
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "refresh-tutor-store-")));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const guest = new Guest({ typescript: false });
  onTestFinished(async () => {
    await guest.end();
    rmSync(folder, { recursive: true, force: true });
  });
  const [entry = ""] = Object.keys(files);
  expect(await guest.boot(join(folder, entry), DEADLINES.boot)).toMatchObject({ outcome: "up" });
  const look = () => guest.ask({ about: "store", deep: true, brief: false }, DEADLINES.check);
  await look();
  await fetch(`http://127.0.0.1:${guest.port}/login`, { method: "POST" });
  expect((await look())?.answer.store).toMatchObject({ kind: "array", tokens: ["refresh123"] });
});

/** A file with a list of its own, and the route that uses it. */
const routeWithList = (path: string, token: string) => `
  const refreshTokens = ["${token}"];
  const router = require("express").Router();
  router.post("${path}", (req, res) => res.json(refreshTokens.includes(req.body)));
  module.exports = router;
`;
const CLASS = `
  class Auth {
    constructor(token) { this.refreshTokens = [token] }
    login = (req, res) => res.json(this.refreshTokens.push(""));
    token = (req, res) => res.json(this.refreshTokens.includes(""));
  }
`;
const ASKED_FIRST: [string, Record<string, string>][] = [
  [
    "two files",
    {
      "token.js": routeWithList("/token", "of the token"),
      "login.js": routeWithList("/login", "of the login"),
      "app.js": `require("express")().use(require("./token"), require("./login")).listen(0);`,
    },
  ],
  [
    "two objects that only their handlers know",
    {
      "app.js": `${CLASS}
        const app = require("express")();
        app.post("/token", new Auth("of the token").token);
        app.post("/login", new Auth("of the login").login);
        app.listen(0);`,
    },
  ],
];

test.each(ASKED_FIRST)("of two lists with one name the login's is read: %s", async (_where, files) => {
  const { answer } = await lookInto(files, true);
  expect(answer?.store).toMatchObject({ kind: "array", tokens: ["of the login"] });
});
