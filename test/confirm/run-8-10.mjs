/**
 * Confirms every learner program of steps 8 to 10 without the tutor: a right one holds every fact of its step; a wrong one
 * misses those that its id claims and no other that does not follow. One line a program, then a summary; exit code 1 on a
 * mismatch. `node test/confirm/run-8-10.mjs [part of a path …]`; AT_ONCE (2) programs run side by side.
 */

import { readdirSync, statSync } from "node:fs";
import { basename, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { factsOf } from "./facts-8-10.mjs";
import { claims } from "./claims-8-10.mjs";

const test = fileURLToPath(new URL("..", import.meta.url));
const extensions = [".js", ".cjs", ".mjs", ".ts", ".cts", ".mts"];

function programs() {
  return ["learners", "unseen"].flatMap((set) =>
    readdirSync(join(test, set)).flatMap((id) => {
      const folder = join(test, set, id);
      if (!statSync(folder).isDirectory()) return [];
      return readdirSync(folder).flatMap((name) => {
        const step = Number.parseInt(name, 10);
        if (!(step >= 8 && step <= 10)) return [];
        const path = join(folder, name);
        const entry = statSync(path).isDirectory()
          ? extensions
              .map((extension) => join(path, `app${extension}`))
              .find((file) => statSync(file, { throwIfNoEntry: false }))
          : path;
        if (!entry || !extensions.includes(extname(entry))) return [];
        return [{ set, id, step, name, entry, express: basename(name).includes("express4") ? 4 : 5 }];
      });
    }),
  );
}

const costly = /^(store|digestWhole|unguessable)/;

async function judge(program) {
  const claim = claims[program.id];
  if (!claim) return [`no claim is written for ${program.id}`];
  let facts;
  try {
    // A wrong program is a right one with one mistake, so of it only what its id claims is worth the most costly questions.
    const everything = [...claim.must, ...claim.may, ...(claim.holds ?? [])].some((name) =>
      costly.test(name),
    );
    facts = await factsOf(program, { everything: everything || program.id === "right" });
  } catch (error) {
    return [`${error.message}`.slice(0, 600)];
  }
  const failed = Object.keys(facts).filter((name) => facts[name].holds === false);
  const why = (name) => `${name} (${facts[name]?.why ?? "holds"})`;
  const troubles = [];
  if (claim.must.length > 0 && !claim.must.some((name) => failed.includes(name))) {
    troubles.push(`holds, should not: ${claim.must.map(why).join(", ")}`);
  }
  for (const name of claim.holds ?? []) {
    if (facts[name]?.holds !== true) troubles.push(`does not hold, should: ${why(name)}`);
  }
  const extra = claim.may.includes("*")
    ? []
    : failed.filter((name) => ![...claim.must, ...claim.may].includes(name));
  if (extra.length > 0) troubles.push(`fails beside it: ${extra.map(why).join(", ")}`);
  if (program.id === "right") {
    for (const name of Object.keys(facts)) {
      if (facts[name].holds === null && name !== "reuseSparesOwnOthers")
        troubles.push(`could not be asked: ${name}`);
    }
  }
  return troubles;
}

const wanted = process.argv.slice(2);
const queue = programs().filter(
  ({ entry }) => wanted.length === 0 || wanted.some((word) => entry.includes(word)),
);
const total = queue.length;
let wrong = 0;
const work = async () => {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const troubles = await judge(next);
    if (troubles.length > 0) wrong++;
    console.log(
      `${troubles.length > 0 ? "NO " : "ok "} ${relative(test, next.entry)}${troubles.map((line) => `\n      ${line}`).join("")}`,
    );
  }
};
await Promise.all(Array.from({ length: Number(process.env.AT_ONCE ?? 2) }, work));
console.log(`${total - wrong} of ${total} are as they claim`);
process.exitCode = wrong > 0 ? 1 : 0;
