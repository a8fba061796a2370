// npm run bench:class: a class made of the learner programs, graded at once, in boxes and without, and by a check for each.
// A number takes so many, a second one grades so many at a time.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { bin, root } from "./measure.mjs";

const most = Number(process.argv[2] ?? 300);
const steps = new Map(readdirSync(join(root, "steps")).map((name) => [Number.parseInt(name, 10), name]));
const learners = join(root, "test", "learners");

/** The programs of one file, in an order that mixes mistakes and steps and is always the same. */
function programs() {
  const ids = readdirSync(learners).filter((id) => statSync(join(learners, id)).isDirectory());
  const all = ids.flatMap((id) =>
    readdirSync(join(learners, id))
      .filter((name) => /^\d+-.*\.[cm]?[jt]s$/.test(name))
      .map((name) => ({ id, name, step: steps.get(Number.parseInt(name, 10)) }))
      .filter(({ step }) => step !== undefined),
  );
  const every = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, at) => all[Math.floor(at * every)]);
}

/** Runs a command to its end: seconds on the clock, and of the processors, those of its children included. */
function timed(command, words, options) {
  const used = () => {
    const text = readFileSync("/proc/self/stat", "latin1");
    // What was used by children that have ended and were waited for, and by theirs: fields 16 and 17.
    const [user, system] = text.slice(text.lastIndexOf(")")).split(" ").slice(14, 16);
    return (Number(user) + Number(system)) / 100;
  };
  const start = [performance.now(), used()];
  const done = spawnSync(command, words, { maxBuffer: 2 ** 30, encoding: "utf8", ...options });
  return { seconds: (performance.now() - start[0]) / 1000, processor: used() - start[1], ...done };
}

/** What a bare boot is: Node loads the right program of step 4, which listens. Express is the one installed here. */
const BARE = `
  const { Server } = require("node:net");
  const { listen } = Server.prototype;
  Server.prototype.listen = function (port, ...rest) {
    this.once("listening", () => process.exit());
    return listen.call(this, 0, ...rest);
  };
  require(process.argv[1]);
`;
const FEW = 20;
const MANY = 120;

/**
 * Processor time that the system counts for one right program of step 4 and for one bare boot, in ms. What a run takes
 * once, whatever the number of programs, is not in it: a large class and a small one are compared.
 */
function processorTimes(place) {
  const right = join(root, "solutions", "4-logout.js");
  const ofClass = (count) => {
    const name = `right-${count}`;
    for (let at = 0; at < count; at++) {
      mkdirSync(join(place, name, `s${at}`), { recursive: true });
      cpSync(right, join(place, name, `s${at}`, "4-logout.js"));
    }
    const words = [bin, "grade", name, "--isolate", "none", "--out", `${name}-grades`, "--regrade"];
    return timed(process.execPath, words, { cwd: place }).processor;
  };
  const graded = (1000 * (ofClass(MANY) - ofClass(FEW))) / (MANY - FEW);
  let bare = 0;
  for (let at = 0; at < FEW; at++) bare += timed(process.execPath, ["-e", BARE, right], {}).processor;
  return { graded, bare: (1000 * bare) / FEW };
}

const folder = mkdtempSync(join(tmpdir(), "refresh-tutor-class-"));
try {
  const students = programs().map(({ id, name, step }, at) => {
    const student = `${String(at).padStart(3, "0")}-${id}`;
    const file = join(folder, "class", student, `${step}${extname(name)}`);
    mkdirSync(join(folder, "class", student), { recursive: true });
    cpSync(join(learners, id, name), file);
    return { student, file, step: Number.parseInt(step, 10) };
  });
  const jobs = process.argv[3] ? ["--jobs", process.argv[3]] : [];
  const grade = (isolate, out) =>
    timed(process.execPath, [bin, "grade", "class", "--isolate", isolate, "--out", out, ...jobs], {
      cwd: folder,
    });
  const boxed = grade("auto", "boxed");
  const graded = grade("none", "grades");
  console.error(graded.stdout, graded.stderr);
  const lines = students.map(({ step, file }) => `${step} ${file}`).join("\n");
  const script = 'node "$0" check "$1" --file "$2" --json > "$2.json" 2> "$2.err" || true';
  const each = timed("xargs", ["-P2", "-L1", "sh", "-c", script, bin], { cwd: folder, input: lines });
  const rowsIn = (out) =>
    readFileSync(join(folder, out, "results.ndjson"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
  const rows = rowsIn("grades");
  const differing = students.flatMap(({ student, file }) => {
    const row = rows.find(({ id }) => id === student);
    const single = JSON.parse(readFileSync(`${file}.json`, "utf8"));
    const checks = Object.fromEntries(single.checks.map(({ id, status }) => [id, status]));
    const mine = JSON.stringify([row.cause, row.checks]);
    const other = JSON.stringify([single.diagnosis[0]?.id ?? null, checks]);
    return mine === other
      ? []
      : [`${student}: ${row.status} ${row.cause}, alone ${single.diagnosis[0]?.id ?? "passed"}`];
  });
  const deadlines = ["handler-hangs", "too-slow", "start-timeout", "infinite-loop"];
  const again = rows.filter(({ cause }) => deadlines.includes(cause));
  const reruns = again.reduce((sum, { ms }) => sum + ms, 0) / 1000;
  const rate = ({ seconds }) => ((60 * students.length) / seconds).toFixed(0);
  console.log(`${students.length} submissions; differing from single checks: ${differing.length}`);
  for (const line of differing) console.log(`  ${line}`);
  if (existsSync(join(folder, "boxed", "results.ndjson"))) {
    const byStudent = new Map(rows.map((row) => [row.id, row]));
    const otherwise = rowsIn("boxed").filter(({ id, cause, checks }) => {
      const outside = byStudent.get(id);
      return JSON.stringify([cause, checks]) !== JSON.stringify([outside.cause, outside.checks]);
    });
    console.log(`in boxes: ${boxed.seconds.toFixed(1)} s; differing from outside: ${otherwise.length}`);
    for (const { id, status, cause } of otherwise)
      console.log(
        `  ${id}: ${status} ${cause}, outside ${byStudent.get(id).status} ${byStudent.get(id).cause}`,
      );
  } else console.log(`no boxes: ${boxed.stderr}`);
  console.log(
    `grade: ${graded.seconds.toFixed(1)} s, ${rate(graded)} a minute, processor ${graded.processor.toFixed(1)} s`,
  );
  console.log(
    `check each, two at a time: ${each.seconds.toFixed(1)} s, ${rate(each)} a minute, processor ${each.processor.toFixed(1)} s`,
  );
  console.log(
    `${again.length} were run once more, alone: ${reruns.toFixed(1)} s if none had slept beside another`,
  );
  console.log(`grade is ${(each.seconds / graded.seconds).toFixed(2)} times as fast`);
  const pairs = Array.from({ length: 3 }, () => processorTimes(folder));
  for (const { graded: one, bare } of pairs) {
    console.log(
      `processor time of a right program of step 4: ${one.toFixed(0)} ms, bare boot ${bare.toFixed(0)} ms, ${(one / bare).toFixed(2)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
