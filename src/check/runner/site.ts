/** The place where a program runs: the learner's own folder, or a copy of it that is removed afterwards. */

import { basename, dirname } from "node:path";
import { realPathOf, workingFolder } from "../../base/paths.ts";
import type { Loot, World } from "../scenario.ts";
import { copyProgram } from "./copy.ts";
import type { ProgramCopy, WrittenFile } from "./copy.ts";
import { readOriginal } from "./original.ts";
import type { NotCopied, Original } from "./original.ts";
import { makeSecrets } from "./secrets.ts";

export interface Site {
  /** The learner's own file, absolute. */
  file: string;
  /** The file that is booted, absolute. */
  entry: string;
  /** The working directory of the program, absolute; null: the tutor's own. */
  folder: string | null;
  /** Secrets that the program finds in its environment; null: it gets the tutor's environment as it is. */
  secrets: Readonly<Record<string, string>> | null;
  /**
   * Why the program runs in the learner's folder although it should run in a copy; null where it runs where it should.
   */
  notCopied: NotCopied["notCopied"] | null;
  /** Files of data that the program names and that its copy lacks, absolute. Empty unless the world asks for that. */
  leftOut: readonly string[];
  /** Gives the paths in a text the learner's own names. */
  rename(text: string): string;
  /** The lines of the files that the program has written, as a thief would read them. */
  writtenTexts(): Promise<Loot[]>;
  /** Removes what was made for this site. To be called when the program has ended. */
  remove(): Promise<void>;
}

/** Files in which programs keep data. */
const DATA = /\.(?:json|jsonl|ndjson|log|txt|csv|dat|data|db|sqlite3?)$|^[^.]+$/;
/** These look like data, but programs only read them. */
const TOLD = ["package.json", "package-lock.json", "tsconfig.json"];

/** The files of data whose names a text mentions. */
function dataNamedIn(text: string, { files }: Original): string[] {
  return files
    .map(({ path }) => path)
    .filter((path) => {
      const name = basename(path);
      return DATA.test(name) && !TOLD.includes(name) && text.includes(name);
    });
}

/** How much is read of one file, in lines, and of one line, in characters. */
const MOST_LINES = 2_000;
const LONGEST_LINE = 8_192;

function textsIn({ path, content }: WrittenFile): Loot[] {
  const lines = content.toString("utf8").split("\n").slice(0, MOST_LINES);
  return lines.map((line, at) => ({
    where: `line ${at + 1} of a file`,
    text: line.slice(0, LONGEST_LINE),
    place: { file: path, line: at + 1, column: 1 },
  }));
}

function siteInFolder(file: string, notCopied: Site["notCopied"], secrets: Site["secrets"]): Site {
  return {
    file,
    entry: realPathOf(file),
    folder: null,
    secrets,
    notCopied,
    leftOut: [],
    rename: (text) => text,
    writtenTexts: () => Promise.resolve([]),
    remove: () => Promise.resolve(),
  };
}

function siteInCopy(
  file: string,
  copy: ProgramCopy,
  secrets: Site["secrets"],
  leftOut: readonly string[],
): Site {
  return {
    file,
    entry: copy.entry,
    folder: copy.workingFolder,
    secrets,
    notCopied: null,
    leftOut,
    rename: (text) => copy.inOriginal(text),
    writtenTexts: async () => (await copy.written()).flatMap(textsIn),
    remove: () => copy.remove(),
  };
}

/** The sites of a learner's file (absolute), one for each world. The folder to copy is looked at once. */
export class Sites {
  readonly #file: string;
  #original: Original | NotCopied | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Opens a site for a world.
   *
   * @param readSourceText reads the program's own text; called only for a world whose copy is to lack the program's
   *   data
   */
  async open({ place }: World, readSourceText: () => Promise<string>): Promise<Site> {
    if (place === "folder") return siteInFolder(this.#file, null, null);
    const secrets = makeSecrets();
    const entry = realPathOf(this.#file);
    this.#original ??= readOriginal(entry, workingFolder() ?? dirname(entry));
    const original = this.#original;
    if ("notCopied" in original) return siteInFolder(this.#file, original.notCopied, secrets);
    const leftOut = place === "copy without data" ? dataNamedIn(await readSourceText(), original) : [];
    const files = original.files.filter(({ path }) => !leftOut.includes(path));
    const copy = await copyProgram({ ...original, files });
    if ("notCopied" in copy) return siteInFolder(this.#file, copy.notCopied, secrets);
    return siteInCopy(this.#file, copy, secrets, leftOut);
  }
}
