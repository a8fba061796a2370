// A run that is killed at a hundred moments, each in a folder of its own, and started again: is the result the same?
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bin, root } from "./measure.mjs";

const moments = Number(process.argv[2] ?? 100);
const folder = mkdtempSync(join(tmpdir(), "refresh-tutor-kills-"));
const words = (out) => [bin, "grade", "class", "--step", "4", "--out", out, "--isolate", "none"];

/** What a run has written, without the times that differ from run to run. */
function written(out) {
  const text = (name) => readFileSync(join(folder, out, name), "utf8");
  const timeless = (content) => content.replaceAll(/"ms":\d+/g, '"ms":0').replaceAll(/time="[\d.]+"/g, "");
  const files = readdirSync(join(folder, out)).sort();
  return [files, ...files.map((name) => timeless(text(name)))].join("\n");
}

try {
  mkdirSync(join(folder, "class"));
  const wrong = readdirSync(join(root, "test", "learners")).flatMap((id) =>
    id === "package.json"
      ? []
      : readdirSync(join(root, "test", "learners", id))
          .filter((name) => /^4-.*\.js$/.test(name) && !/hang|loop|timeout|memory/.test(id))
          .slice(0, 1)
          .map((name) => join(root, "test", "learners", id, name)),
  );
  for (const [at, file] of wrong.slice(0, 6).entries())
    cpSync(file, join(folder, "class", `student-${at}.js`));
  cpSync(join(root, "solutions", "4-logout.js"), join(folder, "class", "student-6.js"));
  const begun = performance.now();
  spawnSync(process.execPath, words("whole"), { cwd: folder });
  const length = performance.now() - begun;
  const whole = written("whole");
  let same = 0;
  let inTime = 0;
  for (let moment = 0; moment < moments; moment++) {
    const out = `out-${moment}`;
    const child = spawn(process.execPath, words(out), { cwd: folder, stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
    const timer = setTimeout(() => child.kill("SIGKILL"), (length * (moment + 0.5)) / moments);
    if ((await ended) === "SIGKILL") inTime += 1;
    clearTimeout(timer);
    spawnSync(process.execPath, words(out), { cwd: folder });
    if (written(out) === whole) same += 1;
    else console.log(`killed after ${((length * (moment + 0.5)) / moments).toFixed(0)} ms: another result`);
  }
  console.log(
    `${moments} moments over ${length.toFixed(0)} ms: ${inTime} runs were killed, ${same} results are the same`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
