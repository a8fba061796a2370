/**
 * Where a program's libraries come from: a table of what is installed beside it and of the ways to load. NODE_BINARY
 * names another Node to run the program with (test/nodes.mjs).
 */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { shipped } from "../../../src/base/package.ts";
import { run } from "../../hostile/run.ts";
import type { Place } from "../../hostile/run.ts";
import { sample } from "../../sample.ts";

const LIBRARIES = ["express", "jsonwebtoken", "jose", "cookie-parser"] as const;
type Library = (typeof LIBRARIES)[number];

/** A path below each library that both copies have, as `import` wants it. */
const SUB_PATHS: Record<Library, string> = {
  express: "express/lib/request.js",
  jsonwebtoken: "jsonwebtoken/verify.js",
  jose: "jose/jwt/sign",
  "cookie-parser": "cookie-parser/index.js",
};

/** What tells the tutor's copy from the learner's in a program's text, given the modules as `main` and `sub`. */
const SAY = `
function whose(module) {
  const main = module.default ?? module;
  return main.own || module.own || main.application?.del ? "own" : "tutor";
}
`;

/** The rest of each program: an app that passes step 1. */
const REST = `
app.post("/login", (req, res) => res.json({ accessToken: "access123", refreshToken: "refresh123" }));
app.listen(3000);
`;

function byRequire(): string {
  const pairs = LIBRARIES.map((name) => `["${name}", require("${name}"), require("${SUB_PATHS[name]}")]`);
  return `${SAY}
const libraries = [${pairs.join(", ")}];
for (const [name, main, sub] of libraries) console.log(name, whose(main), typeof sub);
const app = require("express")();
${REST}`;
}

function byImport(): string {
  const lines = LIBRARIES.flatMap((name, at) => [
    `import * as main${at} from "${name}";`,
    `import * as sub${at} from "${SUB_PATHS[name]}";`,
  ]);
  const pairs = LIBRARIES.map((name, at) => `["${name}", main${at}, sub${at}]`);
  return `${lines.join("\n")}
import express from "express";
${SAY}
const libraries = [${pairs.join(", ")}];
for (const [name, main, sub] of libraries) console.log(name, whose(main), typeof sub);
const app = express();
${REST}`;
}

/** `import()` in a file beside the entry, which says nothing of it. */
function byImportLater(): string {
  const calls = LIBRARIES.map(
    (name) => `["${name}", await import("${name}"), await import("${SUB_PATHS[name]}")]`,
  );
  return `${SAY}
exports.tell = async () => {
  const libraries = [${calls.join(", ")}];
  for (const [name, main, sub] of libraries) console.log(name, whose(main), typeof sub);
};`;
}

const later = `const app = require("express")();
const { tell } = require("./loads-later");
app.post("/login", (req, res) => res.json({ accessToken: "access123", refreshToken: "refresh123" }));
tell().then(() => app.listen(3000));
`;

/** The ways to load a library: the files of a program, the entry first. */
const WAYS: Record<string, Record<string, string>> = {
  "require, JavaScript": { "app.js": byRequire() },
  "import, JavaScript": { "app.mjs": byImport() },
  "import syntax in a .js": { "app.js": byImport() },
  "import() in another file": { "app.js": later, "loads-later.js": byImportLater() },
  "require, TypeScript": { "app.cts": `type Nothing = never;\n${byRequire()}` },
  "import, TypeScript": { "app.ts": `type Nothing = never;\n${byImport()}` },
  "import, TypeScript as an ES module": { "app.mts": `type Nothing = never;\n${byImport()}` },
};

/** Nothing, one library, all but one, all. */
const INSTALLED: (readonly Library[])[] = [
  [],
  ...LIBRARIES.map((name) => [name]),
  ...LIBRARIES.map((name) => LIBRARIES.filter((other) => other !== name)),
  LIBRARIES,
];

function write(folder: string, files: Record<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Installs what can be told from the tutor's copy: Express 4, and packages that export `own`. */
function install(modules: string, name: Library): void {
  mkdirSync(modules, { recursive: true });
  if (name === "express") {
    symlinkSync(shipped("node_modules", "express4"), join(modules, "express"), "dir");
  } else if (name === "jose") {
    const exports = { ".": "./index.js", "./jwt/sign": "./sign.js" };
    write(join(modules, name), {
      "package.json": JSON.stringify({ name, version: "1.0.0", type: "module", exports }),
      "index.js": "export const own = true;",
      "sign.js": "export const own = true;",
    });
  } else {
    write(join(modules, name), {
      "package.json": JSON.stringify({ name, version: "1.0.0" }),
      "index.js": "exports.own = true;",
      "verify.js": "exports.own = true;",
    });
  }
}

/** A folder outside of the repository, in which only these are installed. */
function placeWith(installed: readonly Library[], atEnd: Place["atEnd"]): Place {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "refresh-tutor-libraries-")));
  atEnd(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  const [folder, home, temporary] = [join(root, "files"), join(root, "home"), join(root, "tmp")];
  for (const path of [folder, home, temporary]) mkdirSync(path);
  for (const name of installed) install(join(folder, "node_modules"), name);
  return { folder, home, temporary, atEnd };
}

/** Checks a program against a step and returns the verdict as its JSON. */
async function check(where: Place, files: Record<string, string>, step = 1) {
  write(where.folder, files);
  const [entry = ""] = Object.keys(files);
  const { stdout, stderr } = await run(["check", String(step), "--file", entry, "--json"], where);
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

function printed(verdict: { output: { stream: string; text: string }[] }): string[] {
  return verdict.output.flatMap(({ text }) => text.trim().split("\n"));
}

const table = INSTALLED.flatMap((installed) =>
  Object.keys(WAYS).map((way) => ({
    installed,
    way,
    title: `${way}, installed: ${installed.join(", ") || "nothing"}`,
  })),
);

describe.concurrent("each library is the learner's own where installed, else the tutor's", () => {
  for (const { installed, way, title } of sample(table, 7, (one) => one.title)) {
    test(title, async ({ expect, onTestFinished }) => {
      const where = placeWith(installed, onTestFinished);
      const verdict = await check(where, WAYS[way] ?? {});
      const owner = (name: Library) => (installed.includes(name) ? "own" : "tutor");
      expect(verdict.diagnosis).toEqual([]);
      expect(printed(verdict)).toEqual(
        LIBRARIES.map((name) =>
          expect.stringMatching(new RegExp(`^${name} ${owner(name)} (object|function)$`)),
        ),
      );
      expect(verdict.passed).toBe(true);
    });
  }
});

describe.concurrent("an Express that the entry does not load is watched like any other", () => {
  const app = `
const app = express();
const refreshTokens = [];
app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.listen(3000);
`;
  const ways: Record<string, Record<string, string>> = {
    "require of one in a folder of its own": {
      "app.js": 'require("./server/app.js");',
      "server/app.js": `const express = require("express");${app}`,
    },
    "import of one in a folder of its own": {
      "app.mjs": 'import "./server/app.mjs";',
      "server/app.mjs": `import express from "express";${app}`,
    },
    "one that is installed under another name": {
      "server/app.js": `const express = require("old-express");${app}`,
    },
  };
  for (const [way, files] of Object.entries(ways)) {
    test(way, async ({ expect, onTestFinished }) => {
      const where = placeWith([], onTestFinished);
      const modules = join(where.folder, "server", "node_modules");
      mkdirSync(modules, { recursive: true });
      for (const name of ["express", "old-express"])
        symlinkSync(shipped("node_modules", "express4"), join(modules, name), "dir");
      const verdict = await check(where, files, 2);
      expect(verdict.diagnosis).toEqual([]);
      expect(verdict.passed).toBe(true);
    });
  }
});

describe.concurrent("what is not offered", () => {
  test("another package", async ({ expect, onTestFinished }) => {
    const where = placeWith([], onTestFinished);
    for (const text of ['require("chalk");', 'import("chalk");']) {
      const verdict = await check(where, { "app.js": text });
      expect(verdict.diagnosis[0].id).toBe("module-not-found");
      expect(verdict.diagnosis[0].title).toContain('"chalk"');
    }
  });

  test("a file that the learner's own copy does not have", async ({ expect, onTestFinished }) => {
    const where = placeWith(["jsonwebtoken"], onTestFinished);
    for (const text of ['require("jsonwebtoken/sign.js");', 'import "jsonwebtoken/sign.js";']) {
      const verdict = await check(where, { "app.js": text });
      expect(verdict.diagnosis[0].id).toBe("module-not-found");
    }
  });

  test("a file that neither copy has: the path told is the learner's", async ({ expect, onTestFinished }) => {
    const where = placeWith([], onTestFinished);
    for (const text of ['require("jsonwebtoken/nothing.js");', 'import "jsonwebtoken/nothing.js";']) {
      const verdict = await check(where, { "app.js": text });
      expect(verdict.diagnosis[0].title).toContain("jsonwebtoken");
      expect(JSON.stringify(verdict)).not.toContain(shipped("package.json"));
    }
  });
});
