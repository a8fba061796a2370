/**
 * Confirms the learner programs of steps 11 and 12 without the tutor: a right one holds all that its step asks, a
 * wrong one fails as its id claims and in nothing else. `node test/confirm/run-11-12.mjs [word of the name]...`
 */

import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CLAIMS } from "./claims-11-12.mjs";
import { trial } from "./trial-11-12.mjs";

const tests = dirname(dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const verbose = process.argv.includes("-v");
const AT_ONCE = Number(process.env.AT_ONCE ?? 2);

function programs() {
  return ["learners", "unseen"].flatMap((set) => {
    const root = join(tests, set);
    const ids = readdirSync(root).filter((id) => statSync(join(root, id)).isDirectory());
    return ids.flatMap((id) =>
      readdirSync(join(root, id)).flatMap((name) => {
        const step = Number.parseInt(name, 10);
        if (step !== 11 && step !== 12) return [];
        const path = join(root, id, name);
        const folder = statSync(path).isDirectory();
        const apps = [".js", ".cjs", ".mjs", ".ts", ".cts", ".mts"].map((ext) => join(path, `app${ext}`));
        const entry = folder ? apps.find((file) => existsSync(file)) : path;
        const slug = folder ? name : basename(name, extname(name));
        return [
          { name: `${set}/${id}/${name}`, id, step, entry, express: slug.includes("express4") ? 4 : 5 },
        ];
      }),
    );
  });
}

const queue = programs().filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
const total = queue.length;
let bad = 0;

async function work() {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const facts = await trial(next);
    const claim = CLAIMS[next.id];
    const failed = Object.entries(facts).filter(
      ([name, value]) => /^[a-z0-9-]+$/.test(name) && typeof value === "string" && name !== "output",
    );
    const amiss = claim ? claim({ facts, failed: new Map(failed), program: next }) : ["no such claim"];
    if (amiss.length > 0) bad++;
    console.log(
      `${amiss.length > 0 ? "✗" : "✓"} ${next.name}${amiss.map((text) => `\n    ${text}`).join("")}`,
    );
    if (verbose) {
      for (const [name, value] of Object.entries(facts))
        if (value !== true) console.log(`      ${name}: `, value);
    }
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
console.log(`${total - bad} of ${total} programs are what they claim to be`);
process.exitCode = bad > 0 ? 1 : 0;
