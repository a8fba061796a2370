// Opt-in, and it needs the network: installs two workshops of the same kind and times one verify of each.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { install } from "./install.mjs";
import { bin, quantile, time } from "./measure.mjs";

const PEERS = [
  {
    name: "expressworks",
    exercise: "HELLO WORLD!",
    program: `require("express")().get("/home", (req, res) => res.end("Hello World!")).listen(process.argv[2]);\n`,
    extra: ["express@4"],
  },
  {
    name: "learnyounode",
    exercise: "HTTP FILE SERVER",
    program: `require("http").createServer((req, res) => require("fs").createReadStream(process.argv[3]).pipe(res)).listen(process.argv[2]);\n`,
    extra: [],
  },
];
const RUNS = 7;

async function median(work) {
  const figures = [];
  for (let run = 0; run <= RUNS; run++) figures.push((await work()).ms);
  return Math.round(quantile(figures.slice(1), 0.5));
}

for (const { name, exercise, program, extra } of PEERS) {
  const { folder, packages, mb, remove } = install(name, ...extra);
  try {
    const home = join(folder, "home");
    mkdirSync(home);
    const options = { cwd: folder, env: { ...process.env, HOME: home } };
    writeFileSync(join(folder, "program.js"), program);
    const peer = join(folder, "node_modules", ".bin", name);
    await time([peer, "select", exercise], options);
    const ms = await median(() => time([peer, "verify", "program.js"], options));
    console.log(`| ${name} | ${ms} ms | ${packages} packages | ${mb.toFixed(1)} MB |`);
  } finally {
    remove();
  }
}
const own = await median(() => time([bin, "check", "3", "--json", "--file", "solutions/3-token.js"]));
console.log(`| refresh-tutor | ${own} ms | | |`);
