/** Chooses the file of a submission for a step: the step's own name first, else the one that makes an app. Never a guess. */

import { readFileSync } from "node:fs";
import { extname, posix } from "node:path";
import type { Step } from "../check/step.ts";
import { slugOf, stepsOf } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import { codeOf } from "./read-submission.ts";
import { isCode } from "./recognise.ts";
import type { HandedInFile, Submission } from "./submission.ts";

/** In bytes. A larger file is no program of this course. */
const MOST_BYTES = 1024 * 1024;
/** How many names are told. */
const MOST_NAMED = 4;

/** What is to be graded of a submission for one step, or why nothing is. `step`: null where it is not known. */
export type Choice =
  { step: Step; file: HandedInFile } | { step: Step | null; status: "ambiguous" | "unreadable"; why: string };

/** The name of a file without folders and extension, in lower case. */
function stemOf(name: string): string {
  return posix.basename(name, extname(name)).toLowerCase();
}

function list(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
  return names.slice(0, MOST_NAMED).join(", ") + more;
}

/**
 * What is to be graded of a submission.
 *
 * @param step of `--step`; null: each step that was handed in
 */
export function choicesFor(submission: Submission, step: Step | null, course: Course): Choice[] {
  const { trouble } = submission;
  if (trouble) return [{ step, ...trouble }];
  if (step) return [choiceFor(submission, step, course)];
  const handedIn = stepsOf(course, "all").filter((each) => ownFiles(submission, each).length > 0);
  if (handedIn.length > 0) return handedIn.map((each) => choiceFor(submission, each, course));
  const apps = filesThatMakeAnApp(submission.files.filter(({ name }) => isCode(name)));
  const [only] = apps;
  const why = only
    ? `${list(apps.map(({ name }) => name))} could be of any step: say which with --step.`
    : "No file in it makes an app, and none is named for a step.";
  return [{ step: null, status: only ? "ambiguous" : "unreadable", why }];
}

/** What has a step's own name, such as 3-token.js: files, and things that are not files. */
function ownFiles({ files, odd }: Submission, step: Step): { name: string }[] {
  const slug = slugOf(step);
  return [...files, ...odd].filter(({ name }) => isCode(name) && stemOf(name) === slug);
}

function choiceFor(submission: Submission, step: Step, course: Course): Choice {
  const { files, odd } = submission;
  const own = ownFiles(submission, step);
  const [first] = own;
  if (first && own.length === 1) {
    const strange = odd.find(({ name }) => name === first.name);
    if (strange) return { step, status: "unreadable", why: `${strange.name} ${strange.is}.` };
    const file = files.find(({ name }) => name === first.name);
    if (file) return readable(step, file);
  }
  if (first) return twoFiles(step, own);
  const ofOthers = stepsOf(course, "all").filter(
    (each) => each !== step && ownFiles(submission, each).length > 0,
  );
  const slugs = ofOthers.map(slugOf);
  const code = files.filter(({ name }) => isCode(name) && !slugs.includes(stemOf(name)));
  const apps = filesThatMakeAnApp(code);
  const candidates = apps.length === 0 && code.length === 1 ? code : apps;
  const [only, ...more] = candidates;
  if (only) return more.length > 0 ? twoFiles(step, candidates) : readable(step, only);
  const strange = odd.find(({ name }) => isCode(name)) ?? odd[0];
  const why = strange
    ? `${strange.name} ${strange.is}.`
    : ofOthers.length > 0
      ? `There is no file for step ${step.number}; handed in: ${list(slugs)}.`
      : code.length === 0
        ? "There is no JavaScript or TypeScript file in it."
        : `None of its ${code.length} files makes an app, and none is named ${slugOf(step)}.`;
  return { step, status: "unreadable", why };
}

function twoFiles(step: Step, files: readonly { name: string }[]): Choice {
  const names = list(files.map(({ name }) => name));
  return { step, status: "ambiguous", why: `${files.length} files could be meant: ${names}.` };
}

function readable(step: Step, file: HandedInFile): Choice {
  const { name, path, size } = file;
  if (size > MOST_BYTES) {
    const mb = Math.ceil(size / MOST_BYTES);
    return {
      step,
      status: "unreadable",
      why: `${name} holds ${mb} MB: a program of this course holds less than 1.`,
    };
  }
  try {
    readFileSync(path);
    return { step, file };
  } catch (error) {
    return { step, status: "unreadable", why: `${name} cannot be read (${codeOf(error)}).` };
  }
}

function filesThatMakeAnApp(code: readonly HandedInFile[]): HandedInFile[] {
  return code.filter(({ path, size }) => {
    if (size > MOST_BYTES) return false;
    try {
      return makesAnApp(readFileSync(path, "utf8"));
    } catch {
      return false;
    }
  });
}

const REQUIRED = /\b(?:const|let|var)\s+([\w$]+)\s*=\s*require\(\s*["'`]express["'`]\s*\)/g;
const IMPORTED = /\bimport\s+(?:\*\s*as\s+)?([\w$]+)[^;"'`]*?\bfrom\s*["'`]express["'`]/g;

/** Whether a text calls what it has loaded as express. Comments that fill lines do not count. */
export function makesAnApp(text: string): boolean {
  const code = text.replaceAll(/\/\*[^]*?\*\//g, "").replaceAll(/^\s*\/\/.*$/gm, "");
  if (/\brequire\(\s*["'`]express["'`]\s*\)\s*\(/.test(code)) return true;
  const names = [...code.matchAll(REQUIRED), ...code.matchAll(IMPORTED)].map(([, name = ""]) => name);
  return names.some((name) => {
    const literal = name.replaceAll("$", "\\$");
    return new RegExp(`(?<![\\w$.])${literal}\\s*\\(\\s*\\)`).test(code);
  });
}
