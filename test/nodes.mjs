/**
 * Runs the built program on every Node that it supports: `npm run test:nodes [-- 22 24]`. The reference solutions, the
 * right learner programs, the libraries, the clock and the power, the whole journey, and the hostile programs. Each Node comes from the registry (the package `node`) and is kept under
 * node_modules/.cache. Vitest itself runs on the Node that this was started with.
 */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const supported = ["20", "22", "24", "26"];
const asked = process.argv.slice(2).filter((word) => supported.includes(word));
const onWindows = process.platform === "win32";

function run(command, words, env = {}) {
  const options = { cwd: root, stdio: "inherit", env: { ...process.env, ...env } };
  return spawnSync(command, words, options).status === 0;
}

function runTests(paths, env) {
  return run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...paths], env);
}

/** The executable (absolute) of a Node of this major version; null where the registry does not give it. */
function nodeOf(major) {
  const folder = join(root, "node_modules", ".cache", "nodes", major);
  const executable = join(folder, "node_modules", "node", "bin", onWindows ? "node.exe" : "node");
  if (existsSync(executable)) return executable;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const words = ["install", "--prefix", folder, "--no-audit", "--no-fund", `node@${major}`];
  // npm is a script on Windows, which only a shell starts; none of the words needs quoting but the folder.
  if (onWindows)
    spawnSync(`npm ${words.map((word) => `"${word}"`).join(" ")}`, { shell: true, stdio: "inherit" });
  else run("npm", words);
  return existsSync(executable) ? executable : null;
}

const solutions = readdirSync(join(root, "solutions"));

/** What is run on each Node (its executable), by a name; true: it holds. */
const parts = {
  "the solutions": (node) =>
    solutions.every((name) =>
      run(node, ["bin/refresh-tutor.js", "check", name.split("-", 1)[0], "--file", `solutions/${name}`]),
    ),
  "the right programs": (node) => run(node, ["dist/test/report.mjs", "right"]),
  "the libraries": (node) =>
    runTests(["test/check/runner/libraries.test.ts"], { NODE_BINARY: node, FULL: "1" }),
  "the clock, the power and the journey": (node) =>
    runTests(["test/check/runner", "test/package/journey.test.ts"], { NODE_BINARY: node }),
  "the hostile programs": (node) => runTests(["test/hostile"], { NODE_BINARY: node }),
};

const failed = [];
for (const major of asked.length > 0 ? asked : supported) {
  const node = nodeOf(major);
  console.log(`\nNode ${major}: ${node ?? "the registry does not give it"}`);
  // One that fails keeps none of the others from being run.
  for (const [name, holds] of Object.entries(parts))
    if (node === null || !holds(node)) failed.push(`Node ${major}: ${name}`);
}
console.log(failed.length === 0 ? "\nAll of them hold." : `\nThese fail:\n${failed.join("\n")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
