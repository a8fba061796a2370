/** The program loads a file or a package that does not exist. */

import { basename } from "node:path";
import { findInSource, placeOfFound } from "../../source/found.ts";
import type { Source } from "../../source/source.ts";
import { child, list, nameOf, stringOf } from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import type { Fault, Place } from "../../transcript.ts";
import type { Mistake } from "../mistake.ts";

const CODES = [
  "MODULE_NOT_FOUND",
  "ERR_MODULE_NOT_FOUND",
  "ERR_UNSUPPORTED_DIR_IMPORT",
  "ERR_PACKAGE_PATH_NOT_EXPORTED",
  "ERR_UNKNOWN_BUILTIN_MODULE",
];

/** What the course needs is installed with it. */
const OFFERED = ["express", "jsonwebtoken", "jose", "cookie-parser"];

/** Whether a path speaks of a file that a tool makes. */
function isMade(path: string): boolean {
  return /(^|[\W_])(generated|prisma)([\W_]|$)/i.test(path);
}

/** The name that Node could not find, as its message quotes it. */
function nameIn({ message }: Fault): string {
  return (
    /(?:module|package|import|module:) '([^']+)'/i.exec(message)?.[1] ?? /'([^']+)'/.exec(message)?.[1] ?? ""
  );
}

/** The file (absolute) that asked for it, as Node's message names it; null where it does not. */
function askedBy({ message }: Fault): string | null {
  return /Require stack:\s*- (.+)|imported from (.+)/.exec(message)?.slice(1).find(Boolean)?.trim() ?? null;
}

function isRequire(node: Node): boolean {
  return node.type === "CallExpression" && nameOf(child(node, "callee")) === "require";
}

/** Every line of the source that loads something, with the name that it gives. */
function loads(source: Source): { specifier: string; place: Place; required: boolean }[] {
  const found = findInSource(source, (node) => {
    if (node.type === "CallExpression")
      return ["require", "import"].includes(nameOf(child(node, "callee")) ?? "");
    return /^(Import(Declaration|Expression)|Export(Named|All)Declaration)$/.test(node.type);
  });
  return found.flatMap((one) => {
    const from = child(one.node, "source") ?? list(one.node, "arguments")[0] ?? null;
    const specifier = from && stringOf(from);
    return specifier ? [{ specifier, place: placeOfFound(one), required: isRequire(one.node) }] : [];
  });
}

/** The package that a specifier asks for, as npm install takes it: "mysql2" of "mysql2/promise", "@x/y" of "@x/y/z". */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/**
 * What to say of a path to a file of the learner's own.
 *
 * @param loader the line or file that has it
 * @param endingNeeded whether it is loaded in a way that finds a file only with its ending
 */
function ownFileMissing(
  written: string,
  loader: string,
  endingNeeded: boolean,
): { why: string; fix: string } {
  if (written.startsWith("/")) {
    return {
      why: `${loader} loads a file of your own. A path that begins with a slash starts at the top of the disk, not in this folder, and there is no such file.`,
      fix: `Begin it with a dot: ".${written}" starts from the file that it is written in.`,
    };
  }
  const lacksEnding = endingNeeded && !/\.([cm]?[jt]sx?|json|node)$/.test(written);
  if (isMade(written)) {
    return {
      why: `${loader} loads a file of your own, and there is none by that name. By its name, a tool makes it.`,
      fix: `Run the tool that makes the file${/prisma/i.test(written) ? ", as npx prisma generate" : ", as the program's readme or package.json says"}; or compare the path with the real names, letter by letter.`,
    };
  }
  return {
    why: `${loader} loads a file of your own, and there is none by that name. A path starts from the file it is written in${lacksEnding ? ", and an import needs the file's ending" : ""}.`,
    fix: `Compare the path with the real names of the folder and the file, letter by letter${lacksEnding ? ", and add the ending" : ""}.`,
  };
}

/** The right name of a package that was written with wrong capitals; null where it is not one that is known. */
function misspeltCapitals(name: string, loaded: readonly string[]): string | null {
  const small = name.toLowerCase();
  return name !== small && [...OFFERED, ...loaded].includes(small) ? small : null;
}

export const moduleNotFound: Mistake = {
  id: "module-not-found",
  find({ transcript: { boot }, source }) {
    if (boot.outcome !== "crashed" || !boot.fault || !CODES.includes(boot.fault.code ?? "")) return null;
    const name = nameIn(boot.fault);
    const stem = basename(name).replace(/\.\w+$/, "");
    const all = loads(source);
    const exact = all.find(({ specifier }) => specifier === name);
    // For a relative path, Node's message names the file that it looked for.
    const near = all.find(
      ({ specifier }) => basename(specifier).replace(/\.\w+$/, "") === stem && stem !== "",
    );
    // For a file of a package that is missing as a whole, an import's message names the package.
    const part = all.find(({ specifier }) => packageOf(specifier) === name);
    const load = exact ?? near ?? part ?? null;
    const written = load?.specifier ?? name;
    const asker = askedBy(boot.fault);
    const isOwn = asker !== null && !/[\\/]node_modules[\\/]/.test(asker);
    // No line of the learner's loads it, so a package does.
    if (!load && boot.fault.place === null && !isOwn) {
      return {
        title: `A package that your program loads cannot find "${name}"`,
        why: `No line of your own loads "${name}": a package does, and that package is not complete.`,
        fix: name.includes("prisma")
          ? "Its files are made on your machine: npx prisma generate."
          : "Delete node_modules and install again: npm install; or read what the package says about setting it up.",
        place: null,
      };
    }
    const loader = load || !asker ? "This line" : basename(asker);
    // require finds a file without its ending, and so does what runs TypeScript.
    const inTypeScript = /\.[cm]?tsx?$/.test(load?.place.file ?? asker ?? "");
    const capitals = misspeltCapitals(
      packageOf(written),
      all.map(({ specifier }) => packageOf(specifier)),
    );
    if (capitals !== null) {
      return {
        title: `The module "${written}" cannot be found`,
        why: `${loader} loads a package by a name with capitals. Package names count letter by letter, and this one is called ${capitals}.`,
        fix: `Write its name in small letters, as ${capitals}.`,
        place: load?.place ?? boot.fault.place,
      };
    }
    const said = /^\.{0,2}\//.test(written)
      ? ownFileMissing(written, loader, !load?.required && !inTypeScript)
      : {
          why: `${loader} loads a package that is not installed where your file can see it. Or its name is spelled differently.`,
          fix: `Check the spelling; if you need it, install it: npm install ${packageOf(written)}. What the course needs is there already: express, and from step 5 on jsonwebtoken, jose and cookie-parser.`,
        };
    return {
      title: `The module "${written}" cannot be found`,
      ...said,
      place: load?.place ?? boot.fault.place,
    };
  },
};
