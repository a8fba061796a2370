import { Command } from "commander";
import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { checkFile } from "./check.ts";
import { findStep, loadCourse } from "./course/course.ts";
import { DEADLINES } from "./runner/host.ts";
import { verdictJson } from "./verdict/json.ts";

const program = new Command("refresh-tutor");
program
  .command("check [step]")
  .option("--file <path>")
  .option("--json")
  .action(async (word: string, { file }: { file: string }) => {
    const course = await loadCourse();
    const step = findStep(course, word);
    if (!step) throw new Error("step");
    const verdict = await checkFile(course, step, realpathSync(resolve(file)), DEADLINES);
    process.stdout.write(
      `${JSON.stringify(
        verdictJson(verdict, (path) => path),
        null,
        1,
      )}\n`,
    );
    process.exitCode = verdict.passed ? 0 : 1;
  });
await program.parseAsync();
