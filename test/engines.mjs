/**
 * Runs the recipes of docs/engines.md for GNU parallel and Slurm as they stand there: `npm run test:engines`. In each a
 * shard is killed half-way and taken up again, and what is merged is compared with one run. Needs the Debian packages
 * parallel, slurm-wlm and munge; as root, since Slurm's daemons run as whoever starts them. No service is needed: they are
 * started here, with a key and ports of their own.
 */

import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const command = `${process.execPath} ${join(root, "bin", "refresh-tutor.js")}`;
const folder = mkdtempSync(join(tmpdir(), "refresh-tutor-engines-"));
chmodSync(folder, 0o755);
const children = [];
let failed = 0;

/** The code blocks of a section of docs/engines.md, with the program of this folder in them. */
function recipe(section) {
  const page = readFileSync(join(root, "docs", "engines.md"), "utf8");
  const [, text = ""] = page.split(`\n## ${section}\n`);
  const [own] = text.split("\n## ");
  return [...own.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) =>
    block.replaceAll("npx refresh-tutor", command),
  );
}

function say(line) {
  console.log(line);
}

function expect(holds, what) {
  say(`${holds ? "ok    " : "FAILED"} ${what}`);
  if (!holds) failed += 1;
}

function shell(line, cwd, env = {}) {
  say(`  $ ${line.replaceAll(command, "refresh-tutor").trimEnd().split("\n").join("\n    ")}`);
  const done = spawnSync("sh", ["-c", line], { cwd, encoding: "utf8", env: { ...process.env, ...env } });
  for (const text of [done.stdout, done.stderr]) if (text) say(text.trimEnd().replaceAll(/^/gm, "    "));
  return done;
}

/** A class of 24 in a new folder, half of it right. */
function classIn(name) {
  const place = join(folder, name);
  mkdirSync(join(place, "submissions"), { recursive: true });
  const right = readFileSync(join(root, "solutions", "4-logout.js"), "utf8");
  for (let at = 0; at < 24; at += 1) {
    const program = at % 2 === 0 ? right : right.replace("status(204)", "status(200)");
    writeFileSync(join(place, "submissions", `student-${at}.js`), program);
  }
  return place;
}

/** Waits until a shard has some rows and has not ended, and kills the process that grades it; its number comes back. */
async function killOne(place) {
  for (let look = 0; look < 6_000; look += 1) {
    for (let index = 1; index <= 4; index += 1) {
      const lock = join(place, "shards", `.shard-${index}-of-4.ndjson.lock`);
      const file = join(place, "shards", `shard-${index}-of-4.ndjson`);
      try {
        const lines = readFileSync(file, "utf8").split("\n").length - 1;
        const pid = Number(readFileSync(lock, "utf8"));
        if (lines < 3 || !(pid > 0)) continue;
        process.kill(pid, "SIGKILL");
        say(`  killed shard ${index} (process ${pid}) when it had ${lines - 1} rows`);
        return index;
      } catch {
        // Not begun, or just ended.
      }
    }
    await pause(5);
  }
  throw new Error("no shard was under way");
}

const withoutTimes = (text) =>
  text
    .replaceAll(/"ms":\d+/g, "")
    .replaceAll(/time="[\d.]+"/g, "")
    .replaceAll(/\d+(?:\.\d)? ms/g, "");

function compare(place) {
  for (const name of ["results.ndjson", "grades.csv", "junit.xml", "report.html", "run.json"]) {
    const [one, other] = ["whole", "grades"].map((each) =>
      withoutTimes(readFileSync(join(place, each, name), "utf8")),
    );
    expect(one === other, `${name} is that of one run`);
  }
}

async function withShardKilled(place, start, again) {
  const ended = start();
  const index = await killOne(place);
  await ended;
  const torn = shell(`${command} grade merge shards --out grades`, place);
  expect(
    torn.status === 2 && torn.stderr.includes(`shard-${index}-of-4.ndjson is torn`),
    "a merge before that is refused",
  );
  await again();
  const merged = shell(`${command} grade merge shards --out grades`, place);
  expect(merged.status === 0, "all shards are merged");
  shell(`${command} grade submissions --step 4 --out whole`, place);
  compare(place);
}

function began(program, words, env = {}) {
  const child = spawn(program, words, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  child.stderr.on("data", (chunk) => process.env.VERBOSE && process.stderr.write(chunk));
  child.on("error", (error) => say(`  ${program}: ${error.message}`));
  children.push(child);
  return child;
}

async function parallel() {
  const place = classIn("parallel");
  const [block = ""] = recipe("GNU parallel");
  const [line = ""] = block.split("\n");
  say(spawnSync("parallel", ["--version"], { encoding: "utf8" }).stdout.split("\n")[0]);
  const start = () => {
    say(`  $ ${line.replaceAll(command, "refresh-tutor")}`);
    const child = spawn("sh", ["-c", line], { cwd: place, stdio: "ignore" });
    return new Promise((resolve) => child.once("close", resolve));
  };
  await withShardKilled(place, start, () => void shell(line, place));
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function slurm() {
  const place = classIn("slurm");
  const [script = ""] = recipe("A Slurm array");
  writeFileSync(join(place, "shard.sh"), script, { mode: 0o755 });
  const own = join(folder, "daemons");
  mkdirSync(own, { mode: 0o755 });
  for (const name of ["state", "spool", "munge"]) mkdirSync(join(own, name), { mode: 0o755 });
  const host = hostname().split(".")[0];
  const munge = (name) => join(own, "munge", name);
  writeFileSync(
    join(own, "slurm.conf"),
    `ClusterName=engines
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=${await freePort()}
SlurmdPort=${await freePort()}
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=${munge("socket")}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MpiDefault=none
ReturnToService=2
StateSaveLocation=${join(own, "state")}
SlurmdSpoolDir=${join(own, "spool")}
SlurmctldPidFile=${join(own, "slurmctld.pid")}
SlurmdPidFile=${join(own, "slurmd.pid")}
SlurmctldLogFile=${join(own, "slurmctld.log")}
SlurmdLogFile=${join(own, "slurmd.log")}
NodeName=${host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`,
  );
  const env = { SLURM_CONF: join(own, "slurm.conf") };
  say(spawnSync("slurmctld", ["-V"], { encoding: "utf8" }).stdout.trim());
  spawnSync("mungekey", ["--create", `--keyfile=${munge("key")}`]);
  began("munged", [
    "--foreground",
    "--force",
    ...["socket", "pid-file", "log-file", "seed-file"].map(
      (name) => `--${name}=${munge(name === "socket" ? name : name.replace("-file", ""))}`,
    ),
    `--key-file=${munge("key")}`,
  ]);
  for (let look = 0; look < 200 && !existsSync(munge("socket")); look += 1) await pause(50);
  began("slurmctld", ["-D"], env);
  began("slurmd", ["-D"], env);
  const nodes = () =>
    spawnSync("sinfo", ["-h", "-o", "%T"], {
      encoding: "utf8",
      env: { ...process.env, ...env },
    }).stdout.trim();
  for (let look = 0; look < 300 && nodes() !== "idle"; look += 1) await pause(200);
  shell("sinfo", place, env);
  const submit = () => {
    say("  $ sbatch --wait shard.sh");
    const child = spawn("sbatch", ["--wait", "shard.sh"], {
      cwd: place,
      env: { ...process.env, ...env },
      stdio: "inherit",
    });
    return new Promise((resolve) => child.once("close", resolve));
  };
  await withShardKilled(place, submit, submit);
  for (const name of ["munge/log", "slurmctld.log", "slurmd.log"]) {
    if (failed > 0 && existsSync(join(own, name))) say(readFileSync(join(own, name), "utf8").slice(-2_000));
  }
}

try {
  say("== GNU parallel");
  await parallel();
  say("== Slurm");
  await slurm();
} finally {
  const ended = children.map(
    (child) => child.exitCode ?? new Promise((resolve) => child.once("close", resolve)),
  );
  for (const child of children.toReversed()) child.kill("SIGTERM");
  await Promise.race([Promise.all(ended), pause(10_000)]);
  for (const child of children) child.kill("SIGKILL");
  if (process.env.KEEP) cpSync(folder, process.env.KEEP, { recursive: true });
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
say(failed === 0 ? "all holds" : `${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
