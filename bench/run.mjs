// npm run bench: the table of bench/README.md. A word picks rows: npm run bench -- save
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { installSelf } from "./install.mjs";
import { bin, inPairs, peak, quantile, root, time } from "./measure.mjs";
import { saveToVerdict } from "./save.mjs";
import { courseOfTen } from "./ten-steps.mjs";

const PAIRS = 11;
const SAVES = 12;
const wanted = process.argv[2] ?? "";

const bare = ["bench/bare.mjs"];
const bareWithNode = ["bench/bare.mjs", "--node-client"];
const check = [bin, "check", "3", "--json", "--file", "solutions/3-token.js"];

const ms = async (words, options) => (await time(words, options)).ms;
const rows = [];

function row(what, goal, cells) {
  rows.push([what, goal, ...cells]);
  console.error(`${what}: ${cells.join(", ")}`);
}

const round = (figure) => figure.toFixed(figure < 10 ? 2 : 0);
const spread = (figures) => [0, 0.5, 1].map((share) => round(quantile(figures, share))).join(" / ");

/** One row: how much of the second the first takes. `unit`: of both. */
async function ratio(what, goal, unit, first, second, count = PAIRS) {
  if (!what.includes(wanted)) return;
  const { first: own, second: other, ratios } = await inPairs(count, first, second);
  const middle = (figures) => `${Math.round(quantile(figures, 0.5))} ${unit}`;
  row(what, goal, [quantile(ratios, 0.5).toFixed(2), spread(ratios), `${middle(own)} : ${middle(other)}`]);
}

async function save(command, language, goal, step = 3) {
  const what = `save to verdict, step ${step}, ${command}, ${language}`;
  if (!what.includes(wanted)) return;
  const { passed, failed } = await saveToVerdict(command, language, step, SAVES);
  for (const [came, figures] of [
    ["passed", passed],
    ["failed", failed],
  ]) {
    const late = Math.round(quantile(figures, 0.95));
    row(`${what}, ${came}`, came === "passed" ? goal : "", [
      `${Math.round(quantile(figures, 0.5))} ms`,
      spread(figures),
      `95th: ${late} ms`,
    ]);
  }
}

function install() {
  if (!"install".includes(wanted)) return;
  const { packages, mb, remove } = installSelf();
  remove();
  row("installed: packages", "<= 90", [String(packages), "", ""]);
  row("installed: disk", "<= 24 MB", [`${mb.toFixed(1)} MB`, "", ""]);
}

const scratch = mkdtempSync(join(tmpdir(), "refresh-tutor-bench-"));
const ten = courseOfTen();
try {
  await time([bin, "start"], { cwd: scratch });
  const inWorkspace = { cwd: scratch };
  const nothing = () => ms(["-e", "0"]);
  await ratio(
    "cold check : bare process",
    "<= 1.0",
    "ms",
    () => ms(check),
    () => ms(bare),
  );
  await ratio(
    "cold check : bare process without undici",
    "",
    "ms",
    () => ms(check),
    () => ms(bareWithNode),
  );
  await ratio("--version : node -e 0", "<= 1.6", "ms", () => ms([bin, "--version"]), nothing);
  await ratio("--help : node -e 0", "<= 1.6", "ms", () => ms([bin, "--help"]), nothing);
  await ratio("status : node -e 0", "<= 1.6", "ms", () => ms([bin, "status"], inWorkspace), nothing);
  await ratio(
    "peak memory, child included : bare process",
    "<= 2.0",
    "MB",
    () => peak(check),
    () => peak(bare),
  );

  const right = readFileSync(join(root, "solutions", "3-token.js"), "utf8");
  const wrong = join(scratch, "wrong.js");
  // Only whoever does not find the token costs a second boot.
  writeFileSync(wrong, right.replace("body?.refreshToken", "body?.token"));
  const failed = [bin, "check", "3", "--json", "--file", wrong];
  await ratio(
    "failed check, experiments included : passed check",
    "<= 2",
    "ms",
    () => ms(failed),
    () => ms(check),
  );

  const of = (...words) => [
    ten.bin,
    "check",
    ...words,
    "--json",
    "--file",
    join(root, "solutions", "3-token.js"),
  ];
  await ratio(
    "ten steps : one step",
    "<= 10",
    "ms",
    () => ms(of("--all")),
    () => ms(of("1")),
    5,
  );

  const cold = (name) => ms([bin, "check", name.split("-")[0], "--json", "--file", `solutions/${name}.js`]);
  for (const [name, goal] of [
    ["7-expiry", "<= 2.5"],
    ["10-reuse", "<= 3.5"],
    ["12-cookie", "<= 5"],
  ])
    await ratio(
      `part two: cold check of step ${name.split("-")[0]} : of step 4`,
      goal,
      "ms",
      () => cold(name),
      () => cold("4-logout"),
    );

  await save("start", "js", "median <= 25 ms, 95th <= 60 ms");
  await save("watch", "js", "median <= 25 ms, 95th <= 60 ms");
  await save("start", "ts", "median <= 60 ms");
  await save("watch", "ts", "median <= 60 ms");
  await save("start", "js", "median <= 400 ms", 7);
  await save("start", "js", "median <= 500 ms", 10);
  await save("start", "js", "median <= 700 ms", 12);
  install();
} finally {
  ten.remove();
  rmSync(scratch, { recursive: true, force: true });
}

const table = [
  ["what", "goal", "median", "min / median / max", "figures"],
  ["---", "---", "---", "---", "---"],
  ...rows,
];
for (const cells of table) console.log(`| ${cells.join(" | ")} |`);
const idle = [];
for (let run = 0; run < PAIRS; run++) idle.push(await ms(["-e", "0"]));
const load = loadavg()[0]?.toFixed(1);
console.log(
  `\nNode ${process.version}, ${availableParallelism()} cores, load average ${load} at the end, ${PAIRS} pairs; ` +
    `node -e 0 takes ${spread(idle)} ms.`,
);
