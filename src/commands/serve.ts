/** `serve`: the learner's app on a port for curl or a browser. It starts again with each save. */

import { typed } from "../base/invocation.ts";
import { isProblem, problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { shellWord } from "../base/shell.ts";
import { loadCourse } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import { openRelay } from "../serving/public-port.ts";
import type { Relay, Upstream } from "../serving/public-port.ts";
import { Serving } from "../serving/serve-app.ts";
import type { Served } from "../serving/serve-app.ts";
import { fileTrouble, handedIn } from "./checked-file.ts";
import { fromHere } from "./context.ts";
import type { Context, Outcome } from "./context.ts";
import { RunningKeys } from "./running-keys.ts";
import { namedStep, namesOnScreen, openHere, stepMeant } from "./step-and-workspace.ts";

export interface ServeOptions {
  /** As typed. */
  port?: string;
  file?: string;
}

const PORT = 3000;

/** @param word the step as typed; undefined: the current one */
export async function serve(
  word: string | undefined,
  options: ServeOptions,
  context: Context,
): Promise<Outcome> {
  const port = portFrom(options.port);
  if (isProblem(port)) return port;
  const task = taskFor(word, options.file, loadCourse(), context);
  if (isProblem(task)) return task;
  const serving = new Serving(task, context);
  const relay = await open(port, serving);
  if (isProblem(relay)) return relay;
  const keys = new RunningKeys(context, []);
  try {
    const served = serving.run(relay.port, port, keys.howToEnd).then((): Outcome => "done");
    return await Promise.race([served, keys.ended]);
  } finally {
    keys.end();
    await Promise.all([relay.close(), serving.end()]);
  }
}

function taskFor(
  word: string | undefined,
  path: string | undefined,
  course: Course,
  context: Context,
): Served | Problem {
  const [first] = course.steps;
  if (path !== undefined && first) {
    const step = word === undefined ? first : namedStep(course, "serve", word);
    const file = fromHere(context, path);
    if (isProblem(step)) return step;
    if (isProblem(file)) return file;
    const nameFile = namesOnScreen(context, null, file);
    const trouble = fileTrouble(file, nameFile, (name) => typed(`serve --file ${shellWord(name)}`));
    return trouble ?? { step, file, nameFile };
  }
  const workspace = openHere(context, course);
  if (isProblem(workspace)) return workspace;
  const step = stepMeant(course, "serve", word, workspace);
  if (isProblem(step)) return step;
  const nameFile = namesOnScreen(context, workspace.root);
  const file = handedIn(workspace, course, step, nameFile);
  return isProblem(file) ? file : { step, file, nameFile };
}

function portFrom(word: string | undefined): number | Problem {
  if (word === undefined) return PORT;
  const port = /^\d+$/.test(word) ? Number(word) : 0;
  if (port >= 1 && port <= 65_535) return port;
  return problem(
    "bad-port",
    `--port takes a number from 1 to 65535, not "${word}".`,
    typed("serve --port 3000"),
  );
}

async function open(port: number, upstream: Upstream): Promise<Relay | Problem> {
  try {
    const relay = await openRelay(port, upstream);
    return relay ?? problem("no-free-port", `No port from ${port} on is free.`, typed("serve --port 8000"));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const message = `Port ${port} may not be opened (${String(error.code)}).`;
    return problem("port-refused", message, typed("serve --port 3000"));
  }
}
