/**
 * Runs a program of a few lines in a process of its own, beside one or more modules of the guest. NODE_BINARY names another
 * Node to run it with (test/nodes.mjs).
 */

import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { shipped } from "../../../src/base/package.ts";
import { emptyFolder } from "../../commands/program.ts";
import { node } from "../../hostile/run.ts";
import { PATIENCE } from "../../patience.ts";

/** The modules of the guest, bundled as `dist/guest` is: by name, what a CommonJS file is made of. */
const bundled = new Map<string, Promise<string>>();

function bundle(name: string): Promise<string> {
  const known = bundled.get(name);
  if (known) return known;
  const built = build({
    entryPoints: [shipped("src", "check", "runner", "guest", `${name}.ts`)],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20.19",
    define: { "import.meta.url": "fileUrl" },
    banner: { js: 'const fileUrl = require("node:url").pathToFileURL(__filename).href;' },
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? "");
  bundled.set(name, built);
  return built;
}

/** Writes a program and modules of the guest, which it requires as `./NAME.cjs`, into a folder. Returns its file. */
export async function settle(program: string, ...modules: string[]): Promise<string> {
  const folder = emptyFolder();
  for (const name of modules) writeFileSync(join(folder, `${name}.cjs`), await bundle(name));
  writeFileSync(join(folder, "program.cjs"), program);
  return join(folder, "program.cjs");
}

/**
 * Runs such a program to its end. The result is what it gave to `done`, read from JSON, else what it printed.
 */
export async function runBeside(program: string, ...modules: string[]): Promise<unknown> {
  const whole = `const done = (result) => { console.log(JSON.stringify(result)); process.exit(); };\n${program}`;
  const file = await settle(whole, ...modules);
  const env = { ...process.env, NODE_PATH: shipped("node_modules") };
  return new Promise((resolve) => {
    execFile(node, [file], { env, timeout: PATIENCE }, (_error, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout));
      } catch {
        resolve(stdout + stderr);
      }
    });
  });
}
