/** The edge: reads the words, runs the command, and alone decides what is said about problems and how to exit. */

import { parse } from "node:path";
import { Command, CommanderError } from "commander";
import type { Context, Outcome } from "./commands/context.ts";
import { doctor } from "./commands/doctor.ts";
import { hint } from "./commands/hint.ts";
import { lesson } from "./commands/lesson.ts";
import { reset } from "./commands/reset.ts";
import { solution } from "./commands/solution.ts";
import { status } from "./commands/status.ts";
import { typed } from "./base/invocation.ts";
import { isLike, nearest } from "./base/nearest.ts";
import { packageVersion } from "./base/package.ts";
import { workingFolder } from "./base/paths.ts";
import { isProblem, problem } from "./base/problem.ts";
import type { Problem } from "./base/problem.ts";
import type { Step } from "./check/step.ts";
import { loadCourse } from "./course/course.ts";
import { canvasOf } from "./drawing/canvas.ts";
import { printableLine } from "./drawing/text.ts";

/** See contract.md, "Exit codes". */
const EXIT = { done: 0, "falls-short": 1, problem: 2, defect: 3, interrupted: 130 } as const;

/** The options that every command has. */
interface GlobalOptions {
  dir?: string;
  color: boolean;
  plain?: boolean;
}

/** Where the learner stands, absolute; null where that folder has been deleted: then the process moves to one that exists. */
function whereLearnerStands(): string | null {
  const folder = workingFolder();
  if (folder === null) process.chdir(parse(process.execPath).root);
  return folder;
}

const closed = new AbortController();

/** Back to the line's beginning, and clear it. */
const CLEAR_LINE = "\r\u001b[2K";

function contextFrom(options: GlobalOptions): Context {
  const { stdin, stdout, stderr, env, platform } = process;
  return {
    cwd: whereLearnerStands(),
    dir: options.dir ?? null,
    canvas: canvasOf({
      env,
      platform,
      isTTY: Boolean(stdout.isTTY),
      columns: stdout.columns,
      plain: options.plain ?? false,
      noColor: !options.color,
    }),
    plain: options.plain ?? false,
    interactive: Boolean(stdin.isTTY && stdout.isTTY),
    print: (text) => void stdout.write(`${text}\n`),
    warn: (text) => void stderr.write(`${text}\n`),
    retype:
      stderr.isTTY && !options.plain && !env["CI"] && env["TERM"] !== "dumb"
        ? (line) => void stderr.write(`${CLEAR_LINE}${line}`)
        : null,
    closed: closed.signal,
  };
}

/** "A step S is a number or a name: 1 login, 2 store": the steps that there are, a line for each part. */
function stepsInWords(): string {
  const { steps, partTwo } = loadCourse();
  const listed = (part: readonly Step[]) => part.map(({ number, name }) => `${number} ${name}`).join(", ");
  const half = Math.ceil(partTwo.length / 2);
  const rows = [partTwo.slice(0, half), partTwo.slice(half)].filter((row) => row.length > 0);
  const more = rows.length > 0 ? `\nPart two, fit for production:\n${rows.map(listed).join(",\n")}.` : "";
  return `A step S is a number or a name: ${listed(steps)}.${more}`;
}

/** The command table. `finish` is handed what came of the command. */
function commandTable(finish: (outcome: Outcome) => void): Command {
  const program = new Command("refresh-tutor");
  program
    .description("Learn the refresh token pattern in Express by building it, step by step.")
    .version(packageVersion(), "--version", "print the version")
    .helpOption("--help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .option("--dir <dir>", "the workspace (default: the one you stand in)")
    .option("--no-color", "no colours (NO_COLOR and FORCE_COLOR are heeded too)")
    .option("--plain", "lines only, for screen readers: no colours, ASCII, nothing redrawn")
    .configureHelp({ showGlobalOptions: true })
    .addHelpText("after", () => `\nTo begin: ${typed("start")}\n\n${stepsInWords()}`)
    .exitOverride();

  const context = () => contextFrom(program.opts<GlobalOptions>());

  program
    .command("start [dir]")
    .description("begin, or go on where you were: lesson, saves checked as you make them")
    .option("--lang <js|ts>", "JavaScript or TypeScript")
    .option("--step <S>", "go to a step")
    .option("--no-watch", "check only when asked")
    .action(async (dir, options) => {
      const { start } = await import("./commands/start.ts");
      finish(await start(dir, options, context()));
    });
  program
    .command("check [S]")
    .description("check your app with real HTTP calls: what holds, and why the rest does not")
    .option("--file <path>", "check this file; needs no workspace, and records nothing")
    .option("--all", "check every step that has a file")
    .option("--part <P>", "one or two, or all with --all (default: the part you are in)")
    .option("--watch", "check again on every save")
    .option("--diagram", "draw what client and server said to each other")
    .option("--json", "print one JSON document")
    .option("--timeout <ms>", "the deadline of one request (default: 2000)")
    .action(async (step, options) => {
      const { check } = await import("./commands/check.ts");
      finish(await check(step, options, context()));
    });
  program
    .command("lesson [S]")
    .description("print the lesson; lesson about, concepts or production: the texts around the steps")
    .action(async (step) => {
      finish(await lesson(step, context()));
    });
  program
    .command("hint [S]")
    .description("print the next hint, each time one level further")
    .option("--all", "print every hint of the step")
    .action(async (step, options) => {
      finish(await hint(step, options, context()));
    });
  program
    .command("solution [S]")
    .description("print the reference solution and how it differs from your file")
    .option("--yes", "do not ask, even if the step is not passed yet")
    .option("--save <path>", "write it into a new file instead")
    .action(async (step, options) => {
      finish(await solution(step, options, context()));
    });
  program
    .command("serve [S]")
    .description("run your app on a port for curl or a browser, and print what is said")
    .option("--port <n>", "the port (default: 3000)")
    .option("--file <path>", "serve this file")
    .action(async (step, options) => {
      const { serve } = await import("./commands/serve.ts");
      finish(await serve(step, options, context()));
    });
  program
    .command("quiz")
    .description("5 questions to practise on")
    .option("--test", "the strength test: 10 questions")
    .option("--part <P>", "one or two (default: one)")
    .option("--seed <n>", "draw the questions by this number")
    .option("--json", "print one JSON document at the end")
    .action(async (options) => {
      const { quiz } = await import("./commands/quiz.ts");
      finish(await quiz(options, context()));
    });
  program
    .command("status")
    .description("print how far you are")
    .option("--part <P>", "one, two or all (default: the part you are in)")
    .option("--json", "print one JSON document")
    .action((options) => finish(status(options, context())));
  program
    .command("reset [S]")
    .description("put the starter back; your file is kept beside it as a backup")
    .option("--all", "begin again from the first step of the part you are in")
    .option("--part <P>", "with --all: one, two or all")
    .option("--yes", "do not ask")
    .action(async (step, options) => {
      finish(await reset(step, options, context()));
    });
  program
    .command("grade <path...>")
    .description("check a whole class of submissions; writes a table, a page and a report for CI")
    .option("--step <S>", "the step to grade (default: each one that was handed in)")
    .option("--out <dir>", "the folder to write into (default: grades)")
    .option("--jobs <n>", "how many to check at a time (default: two for each processor)")
    .option("--roster <file>", "a CSV file of the class, with a column id, email or username")
    .option("--modules <dir>", "a folder of packages that submissions may use besides the course's own")
    .option(
      "--isolate <how>",
      "auto, bwrap or none: what keeps submissions from your machine (default: auto)",
    )
    .option(
      "--shard <i/n>",
      "grade the i-th of n parts of the class; put the parts together with grade merge DIR...",
    )
    .option("--allow-missing", "with merge: although shards are missing")
    .option("--regrade", "grade everything again")
    .option("--list", "show what would be graded, and run nothing")
    .action(async (paths, options) => {
      const { grade } = await import("./commands/grade.ts");
      finish(await grade(paths, options, context()));
    });
  program
    .command("doctor")
    .description("print a report on this installation to paste into a bug report; nothing private in it")
    .option("--json", "print one JSON document")
    .action(async (options) => finish(await doctor(options, context())));
  return program;
}

/** What the words are refused for, in one sentence. */
function wordsProblem(error: CommanderError, program: Command): Problem {
  const names = program.commands.map((command) => command.name());
  const [word = ""] = program.args;
  if (error.code === "commander.unknownCommand") {
    const name = nearest(word, names) ?? "help";
    const said = `There is no command "${word}".`;
    if (isLike(word, name)) return problem("no-such-command", `${said} Did you mean ${name}?`, typed(name));
    return problem("no-such-command", `${said} There are: ${names.join(", ")}.`, typed("help"));
  }
  const sentence = error.message.replace(/^error: /, "").replaceAll("\n", " ");
  const command = names.includes(word) ? `help ${word}` : "help";
  return problem("words-off", `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`, typed(command));
}

async function run(words: readonly string[]): Promise<Outcome> {
  let outcome: Outcome = "done";
  let said = "";
  const program = commandTable((result) => {
    outcome = result;
  });
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeErr: (text) => void (said += text) });
  }
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // No command at all: commander would complain with its help, which is the right answer.
    if (error.code === "commander.help") process.stdout.write(said);
    else if (error.exitCode !== 0) return wordsProblem(error, program);
  }
  return outcome;
}

function sayProblem({ message, next }: Problem): void {
  process.stderr.write(`${printableLine(message)}\nNext: ${printableLine(next)}\n`);
}

async function sayDefect(error: unknown): Promise<void> {
  const { defectReport } = await import("./commands/defect-report.ts");
  process.stderr.write(`${defectReport(error)}\n`);
}

/** Whether a prompt was left with Ctrl-C; @inquirer/core throws an error of this name. */
function isInterrupt(error: unknown): boolean {
  return error instanceof Error && error.name === "ExitPromptError";
}

async function exitCodeOf(work: Promise<Outcome>): Promise<number> {
  try {
    const outcome = await work;
    if (!isProblem(outcome)) return EXIT[outcome];
    sayProblem(outcome);
    return EXIT.problem;
  } catch (error) {
    if (isInterrupt(error)) return EXIT.interrupted;
    await sayDefect(error);
    return EXIT.defect;
  }
}

/** Ends the process once everything that was printed has gone out. */
function exit(code: number): void {
  process.exitCode = code;
  process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
}

/** Runs the program, and ends the process once everything that was printed has gone out. Never rejects. */
export async function runAndExit(words: readonly string[]): Promise<void> {
  // A program that ends before its work is done is a defect.
  process.exitCode = EXIT.defect;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => process.exit(EXIT.interrupted));
  }
  for (const stream of [process.stdout, process.stderr]) {
    // A reader that has seen enough (`| head -1`) is no trouble.
    stream.on("error", () => closed.abort());
  }
  process.on("uncaughtException", (error) => void sayDefect(error).finally(() => exit(EXIT.defect)));
  exit(await exitCodeOf(run(words)));
}
