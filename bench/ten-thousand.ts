// What a run of ten thousand submissions holds in memory, with a checker that answers at once: the verdict is a recorded one.
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isProblem } from "../src/base/problem.ts";
import { findStep, loadCourse } from "../src/course/course.ts";
import { gradeClass } from "../src/grading/grade-class.ts";
import { openRun } from "../src/grading/open-run.ts";
import { planRun } from "../src/grading/plan.ts";
import { recogniseSubmissions } from "../src/grading/recognise.ts";
import { emptyRow, keyOf } from "../src/grading/row.ts";
import { headerOf } from "../src/grading/run-header.ts";
import { writeViews } from "../src/grading/write-views.ts";

const count = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), "refresh-tutor-many-"));
try {
  const whole = join(folder, "class");
  for (let at = 0; at < count; at++) {
    mkdirSync(join(whole, `student-${at}`), { recursive: true });
    writeFileSync(join(whole, `student-${at}`, "4-logout.js"), `// ${at}\nrequire("express")();\n`);
  }
  const course = loadCourse();
  const step = findStep(course, "4");
  const out = join(folder, "grades");
  const submissions = recogniseSubmissions([whole], out);
  if (isProblem(submissions)) throw new Error(submissions.message);
  const plan = planRun(submissions, step, course, null);
  const keys = plan.tasks.map((task) => keyOf({ id: task.submission.id, step: task.step.number }));
  const facts = {
    step,
    paths: [whole],
    roster: null,
    modules: null,
    isolation: "none" as const,
    shard: null,
    keys,
    count: keys.length,
  };
  const run = openRun(out, "grades", headerOf(facts), false);
  if (isProblem(run)) throw new Error(run.message);
  const check = ({ submission, step, file }: (typeof plan.tasks)[number]) => {
    const { id } = submission;
    const line = (at: number) =>
      `  │◀── 200 {"accessToken":"${id} ${at}"} ──────────────┤     ["refresh123"]`;
    const row = {
      ...emptyRow(submission, "graded", null),
      step: step.number,
      stepName: step.name,
      file: `${submission.place}/${file.name}`,
      passed: false,
      score: 0.5,
      cause: "wrong-status",
      checks: Object.fromEntries(step.checks.map((each) => [each.id, "passed" as const])),
      detail: {
        title: "POST /logout answers 200 instead of 204",
        why: "A client looks at the status first.",
        fix: "Set the status before the answer is sent.",
        place: "4-logout.js:1:1",
        frame: Array.from({ length: 5 }, (_, at) => `${at} │ // a line of ${id}`),
        diagram: Array.from({ length: 40 }, (_, at) => (at < 4 ? line(at) : `  ├── POST /token ${at} ──▶│`)),
      },
    };
    return Promise.resolve({ row, doubtful: false });
  };
  const quiet = { begin: () => {}, tell: () => {} };
  await gradeClass(plan, run, null, course, 2, check, quiet);
  writeViews(run, null, course, null);
  const mb = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  console.log(`${count} submissions: peak memory ${mb(process.resourceUsage().maxRSS * 1024)}`);
  for (const name of ["results.ndjson", "report.html"])
    console.log(`${name}: ${mb(statSync(join(out, name)).size)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
