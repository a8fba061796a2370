/** What to do about well-known errors, as their message and the line that threw show. */

import { functionsAt, isRegistration, nodesAt, readAt, rootOf, textOf } from "../../source/at-place.ts";
import { findInSource } from "../../source/found.ts";
import { leadsTo, loadOfName } from "../../source/modules.ts";
import type { Load } from "../../source/modules.ts";
import type { Source } from "../../source/source.ts";
import { child, findAll, list, nameOf } from "../../source/syntax.ts";
import { declarationsOf } from "../../source/variables.ts";
import type { Fault } from "../../transcript.ts";
import { remedyForUndeclared } from "./undeclared.ts";

/** Something without a value, and the line that gives it no value is a package's. */
const INSIDE_PACKAGE =
  "The error comes from inside a package that this line uses. Compare what the line hands over with what the package's own page says it wants.";

/** The same, where no line of the learner's is known that could be shown. */
const INSIDE_ANY_PACKAGE =
  "The error comes from inside a package, and its stack names no line of yours that could be shown. Look at where you set the package up, and at what its own page says about that.";

const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/before initialization$/, "The line that declares it comes later: move that line above this one."],
  [
    /is not a function$/,
    "What stands before the round brackets is not a function. Check how it is spelled, and print with console.log what it is.",
  ],
  [
    /of '(req|request)\.body' as it is undefined/,
    "req.body is undefined where nobody reads the body: register express.json() with app.use, above the routes.",
  ],
  [
    /(^|: )Cannot (read|set) propert/,
    "What stands before the dot has no value here. Print it with console.log, and look at where it should have got one.",
  ],
  [
    /handler must be a function|requires? a middleware function|callback function/i,
    "Print with console.log what you hand over to Express here: it should be a function. undefined is often a name that is spelled differently where it is exported.",
  ],
  [
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ServerSelectionError|getaddrinfo/,
    "Nothing answers at that address: the database, or whatever this program connects to, is not running or has another address. This course needs none: leave the connection out, or start what it wants.",
  ],
  [
    /bindings file|invalid ELF header|different Node\.js version|not a valid Win32|wrong ELF class|mach-o/i,
    "A part of a package was not built for this system and this Node. Delete node_modules and install it again here: npm install.",
  ],
  [
    /pathToRegexpError|path-to-regexp/,
    "Express 5 cannot read this path: a * needs a name behind it, and ? and round brackets have another meaning. For every path, use app.use without a path.",
  ],
];

/** What an error message says when something is missing. */
const MISSING =
  /is not a function|of undefined|undefined \(|is undefined|is not iterable|before initialization/;

/**
 * The method that an error comes from, where it was passed on without its object, as in app.post("/login", auth.login):
 * then `this` is not that object. Null where the source does not show that.
 */
function unboundMethod(source: Source, { message, place }: Fault): string | null {
  const read = place && MISSING.test(message) ? readAt(source, place) : null;
  if (!place || !read || rootOf(read)?.type !== "ThisExpression") return null;
  const around = functionsAt(source, place).findLast(({ type }) => type !== "ArrowFunctionExpression");
  const [method] = around ? methodsOf(source, around) : [];
  if (!method) return null;
  const handedOver = findInSource(source, (node, ancestors) => {
    const call = ancestors.at(-1);
    return (
      node.type === "MemberExpression" &&
      nameOf(node) === method &&
      call !== undefined &&
      isRegistration(call) &&
      list(call, "arguments").includes(node)
    );
  });
  const [first] = handedOver;
  return first ? textOf(source, first.file, first.node) : null;
}

/** The names that a function has as a method of a class or of an object literal. */
function methodsOf(source: Source, method: object): string[] {
  return findInSource(
    source,
    (node) =>
      ["MethodDefinition", "PropertyDefinition", "Property"].includes(node.type) &&
      child(node, "value") === method,
  ).flatMap(({ node }) => nameOf(child(node, "key")) ?? []);
}

/**
 * The line that loads what an error misses, where the loaded file loads this one too: one of the two then gets the
 * other unfinished. Null where the source does not show that.
 */
export function circleBehind(source: Source, { message, place }: Fault): Load | null {
  if (!place || !MISSING.test(message)) return null;
  const read = readAt(source, place);
  const names = [read, rootOf(read)].flatMap((node) =>
    node?.type === "Identifier" ? (nameOf(node) ?? []) : [],
  );
  const load = names.map((name) => loadOfName(source, place.file, name)).find((one) => one !== null) ?? null;
  return load?.path && leadsTo(source, load.path, place.file) ? load : null;
}

/** What to do about files that load each other. */
export const OPEN_THE_CIRCLE =
  "Move what both files need into a third one that loads neither of them, or hand it over as an argument of a function.";

/** What libraries say where they were given undefined instead of a text. */
const NO_VALUE =
  /must have a value|must be a (non-empty )?string|got "?undefined"?|received undefined|is required|argument must be/i;

/** The environment variable that the failing line reads, where the error says that something has no value. */
function unsetVariable(source: Source, { message, place }: Fault): string | null {
  if (!place || !NO_VALUE.test(message)) return null;
  const statement = nodesAt(source, place).findLast(({ type }) => /Statement$|Declaration$/.test(type));
  const reads = statement
    ? findAll(
        statement,
        (node) =>
          node.type === "MemberExpression" &&
          nameOf(child(node, "object")) === "env" &&
          nameOf(node) !== null,
      )
    : [];
  const names = new Set(reads.flatMap((node) => nameOf(node) ?? []));
  const [only] = names;
  // The program's environment is the tutor's own, and what a .env file adds.
  return only !== undefined && names.size === 1 && !process.env[only] ? only : null;
}

/** The name that stands for Express itself where an app is meant, as in `const app = express`; null where none does. */
function uncalledExpress(source: Source, { message, place }: Fault): string | null {
  const name = /^(\w+)\.(?:get|post|put|patch|delete|all|use|route|listen) is not a function$/.exec(
    message,
  )?.[1];
  if (!place || name === undefined) return null;
  const declaration = declarationsOf(source, name).find(({ file }) => file === place.file);
  const given = declaration?.init?.type === "Identifier" ? nameOf(declaration.init) : null;
  const load = loadOfName(source, place.file, given ?? name);
  const isCalled =
    declaration?.init?.type === "CallExpression" &&
    child(declaration.init, "callee")?.type === "CallExpression";
  return load?.specifier === "express" && !load.whole && !isCalled ? name : null;
}

/** What to do about an error; `otherwise` where it is not one of the well-known ones. */
export function remedyFor(fault: Fault, otherwise: string, source: Source): string {
  const line = `${fault.name}: ${fault.message.split("\n")[0] ?? ""}`;
  const unbound = unboundMethod(source, fault);
  if (unbound !== null)
    return `${unbound} is handed over without its object, so this is not that object when Express calls it. Hand over a function that calls it, or bind it; or make it a field with an arrow function.`;
  const uncalled = uncalledExpress(source, fault);
  if (uncalled !== null)
    return `${uncalled} is the function of Express that makes apps, not an app itself. Call it with round brackets behind it, and keep what it returns.`;
  const undeclared = remedyForUndeclared(source, fault);
  if (undeclared !== null) return undeclared;
  const variable = unsetVariable(source, fault);
  if (variable !== null)
    return `process.env.${variable} has no value here: no environment variable of that name is set. Mostly a file .env is missing, or is not read before this line, or names it differently.`;
  if (!fault.own && /(^|: )Cannot (read|set) propert/.test(line) && !/'(req|request)\.body'/.test(line))
    return fault.place === null ? INSIDE_ANY_PACKAGE : INSIDE_PACKAGE;
  return KNOWN.find(([says]) => says.test(line))?.[1] ?? otherwise;
}
