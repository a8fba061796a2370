/** Recognises submissions by their shape: folders a student, workspaces, clones, and what Moodle, Canvas and Gradescope unpack to. */

import { existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import type { Dirent } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { typed } from "../base/invocation.ts";
import { naturally } from "../base/natural-order.ts";
import { isProblem, problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { shellWord } from "../base/shell.ts";
import { EXTENSIONS } from "../workspace/step-files.ts";
import { readGradescope } from "./gradescope.ts";
import { codeOf, isPacked, isPassedOver, packedTrouble, readFolder, unreadable } from "./read-submission.ts";
import type { HandedInFile, Shape, Submission } from "./submission.ts";

/** "Ada Lovelace_4711_assignsubmission_file_app.js"; the file's name is missing where Moodle made a folder. */
const MOODLE = /^(.+)_(\d+)_assignsubmission_(?:file|onlinetext)_?(.*)$/s;
/** "lovelaceada_LATE_4711_90210_app.js": the name, the user's number, the attempt's. */
const CANVAS = /^([^_]+)_(LATE_)?(\d+)_(\d+)_(.+)$/s;
/** Canvas adds to a file's name how often it was handed in again: "app-1.js". */
const AGAIN = /-\d+(\.\w+)$/;
const GRADESCOPE = /^submission_(\d+)$/;

/** What only a project holds beside its files. */
const MARKS_OF_PROJECT = ["package.json", ".git", ".refresh-tutor", "steps", "refresh-tutor", "src"];
const ENTRIES = /^(?:app|server|index|main|\d+-[a-z]+)\.[cm]?[jt]s$/i;

export function isCode(name: string): boolean {
  return EXTENSIONS.some((end) => extname(name).toLowerCase() === end);
}

/** The name of a program's file or of an archive without its extension; any other name as it is. */
function stemOf(name: string): string {
  return isCode(name) || isPacked(name) ? basename(name, extname(name)) : name;
}

/**
 * The submissions in what was named on the command line.
 *
 * @param paths absolute
 * @param out the folder that the run writes into, absolute: what lies there was not handed in
 * @returns sorted by id, as a person would; each id once
 */
export function recogniseSubmissions(paths: readonly string[], out: string): Submission[] | Problem {
  const found: Submission[] = [];
  for (const path of paths) {
    const here = submissionsAt(path, paths.length > 1, out);
    if (isProblem(here)) return here;
    found.push(...here);
  }
  if (found.length === 0) {
    return problem(
      "no-submissions",
      "There is no submission in there: neither a folder a student nor a JavaScript or TypeScript file.",
      typed("help grade"),
    );
  }
  return joinedById(found).sort((a, b) => naturally(a.id, b.id));
}

function listOf(folder: string, out: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !isPassedOver(name) || name === ".git" || name === ".refresh-tutor")
    .filter(({ name }) => join(folder, name) !== out)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function submissionsAt(path: string, oneOfSeveral: boolean, out: string): Submission[] | Problem {
  try {
    if (!statSync(path).isDirectory()) return submissionOfFile(path);
    const entries = listOf(path, out);
    if (isProject(entries) || (oneOfSeveral && (entries.length === 0 || !holdsFolders(entries)))) {
      return [ofFolder(path, nameOfProject(path), null)];
    }
    return classIn(path, entries);
  } catch (error) {
    const code = codeOf(error);
    const message = code === "ENOENT" ? `There is nothing at ${path}.` : `${path} cannot be read (${code}).`;
    return problem("no-such-path", message, typed("grade PATH --list"));
  }
}

function submissionOfFile(path: string): Submission[] | Problem {
  if (isPacked(path)) {
    return problem("packed", packedTrouble(basename(path)), `Then: ${typed("grade FOLDER --list")}`);
  }
  if (!isCode(path)) {
    const message = `${basename(path)} is neither a folder nor a JavaScript or TypeScript file.`;
    return problem("no-code", message, typed(`grade ${shellWord(basename(dirname(path)))} --list`));
  }
  return [ofFiles([fileAt(path, basename(path))], basename(path))].flat();
}

/** Whether a folder is one submission by itself, and no class. */
function isProject(entries: readonly Dirent[]): boolean {
  return entries.some(({ name }) => MARKS_OF_PROJECT.includes(name) || ENTRIES.test(name));
}

function holdsFolders(entries: readonly Dirent[]): boolean {
  return entries.some((entry) => entry.isDirectory());
}

/** A workspace has the same name everywhere: the folder that it lies in tells whose it is. */
function nameOfProject(path: string): string {
  const name = basename(path);
  return name === "refresh-tutor" || name === "steps" ? nameOfProject(dirname(path)) : name;
}

/** A class: each folder in it is a student's, and so is each file, where names tell no other. */
function classIn(folder: string, entries: readonly Dirent[]): Submission[] {
  const submissions: Submission[] = [];
  const flat: HandedInFile[] = [];
  const submitters = readGradescope(folder);
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) submissions.push(ofFolder(path, entry.name, submitters.get(entry.name) ?? null));
    else if (entry.isSymbolicLink()) {
      const contents = unreadable(`${entry.name} is a link, and links are not followed.`);
      submissions.push({ ...named(stemOf(entry.name), "folder", entry.name), ...contents });
    } else if (entry.isFile() && (isCode(entry.name) || isPacked(entry.name))) {
      flat.push(fileAt(path, entry.name));
    }
  }
  return [...submissions, ...ofFiles(flat, basename(folder))];
}

function fileAt(path: string, name: string): HandedInFile {
  return { path, name, size: lstatSync(path).size };
}

/** A student as the name of a folder or file tells. */
function named(id: string, shape: Shape, place: string): Omit<Submission, "files" | "odd" | "trouble"> {
  return { id, name: id, aliases: [], shape, late: false, place };
}

/** @param submitter what Gradescope tells of them */
function ofFolder(
  path: string,
  name: string,
  submitter: { name: string; aliases: readonly string[] } | null,
): Submission {
  const contents = readFolder(path);
  const onlyPacked =
    contents.files.length > 0 && !contents.files.some((file) => isCode(file.name))
      ? contents.files.find((file) => isPacked(file.name))
      : undefined;
  const found = onlyPacked ? unreadable(packedTrouble(onlyPacked.name)) : contents;
  const place = basename(path);
  const moodle = MOODLE.exec(name);
  if (moodle) {
    const [, student = name, id = name] = moodle;
    return { ...named(id, "Moodle", place), name: student, ...found };
  }
  const canvas = CANVAS.exec(name);
  if (canvas) {
    const [, student = name, late, id = name] = canvas;
    return { ...named(id, "Canvas", place), name: student, late: late !== undefined, ...found };
  }
  const gradescope = GRADESCOPE.exec(name)?.[1];
  if (gradescope !== undefined) {
    return { ...named(gradescope, "Gradescope", place), ...submitter, ...found };
  }
  const isWorkspace = contents.files.some((file) => /(?:^|\/)steps\/\d+-[a-z]+\.[cm]?[jt]s$/.test(file.name));
  const shape = existsSync(join(path, ".git")) ? "clone" : isWorkspace ? "workspace" : "folder";
  return { ...named(name, shape, place), ...found };
}

/** Files that lie side by side: those with one number belong to one student, any other is a student's by itself. */
function ofFiles(files: readonly HandedInFile[], folder: string): Submission[] {
  return files.map((file): Submission => {
    const moodle = MOODLE.exec(file.name);
    const canvas = moodle ? null : CANVAS.exec(file.name);
    const [student, id, own, late] = moodle
      ? [moodle[1] ?? "", moodle[2] ?? "", moodle[3] || file.name, false]
      : canvas
        ? [canvas[1] ?? "", canvas[3] ?? "", (canvas[5] ?? "").replace(AGAIN, "$1"), canvas[2] !== undefined]
        : [stemOf(file.name), stemOf(file.name), file.name, false];
    const shape = moodle ? "Moodle" : canvas ? "Canvas" : "file";
    const contents = isPacked(own)
      ? unreadable(packedTrouble(own))
      : { files: [{ ...file, name: own }], odd: [], trouble: null };
    return { ...named(id, shape, shape === "file" ? file.name : folder), name: student, late, ...contents };
  });
}

/**
 * Joins submissions with one id. An upload of several files is one submission; of anything else, it cannot be known
 * which counts.
 */
function joinedById(found: readonly Submission[]): Submission[] {
  const byId = new Map<string, Submission[]>();
  for (const one of found) byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
  return [...byId.values()].map((same) => {
    const [first, ...others] = same;
    if (!first) throw new Error("a group of nothing");
    if (others.length === 0) return first;
    const late = same.some((one) => one.late);
    const usable = same.filter(({ trouble }) => trouble === null);
    const uploads =
      same.every(({ shape }) => shape === first.shape) && ["Moodle", "Canvas"].includes(first.shape);
    const names = usable.flatMap(({ files }) => files.map(({ name }) => name));
    if (uploads && new Set(names).size === names.length) {
      const trouble = usable.length > 0 ? null : first.trouble;
      const files = usable.flatMap((one) => one.files);
      return { ...first, late, trouble, files, odd: usable.flatMap(({ odd }) => odd) };
    }
    const why = uploads
      ? `Two files have the same name: ${names.find((name, at) => names.indexOf(name) !== at) ?? ""}.`
      : `There are ${same.length} submissions of this name: ${same.map(({ place }) => place).join(", ")}.`;
    return { ...first, late, files: [], odd: [], trouble: { status: "ambiguous", why } };
  });
}
