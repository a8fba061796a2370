/** The program threw an error, or a promise was rejected, before the app was up. */

import { basename } from "node:path";
import { callAt, isRegistration, nodesAt, readAt, textOf } from "../../source/at-place.ts";
import { findInSource, placeOfFound } from "../../source/found.ts";
import { functionsCalled } from "../../source/calls.ts";
import type { Found } from "../../source/found.ts";
import { loadOfName, loadsOf } from "../../source/modules.ts";
import type { Source } from "../../source/source.ts";
import { child, findAll, isFunction, list, nameOf, placeOf } from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import type { Fault, Place } from "../../transcript.ts";
import type { Mistake, Explanation } from "../mistake.ts";
import { inWords } from "../read-evidence.ts";
import { remedyFor, circleBehind, OPEN_THE_CIRCLE } from "./errors.ts";
/** What Express 4 and 5 say where they are given something that is not a function. */
const NO_FUNCTION = /must be a function|requires? a (middleware|callback) function|callback function/i;

/** `import * as express` gives an object, and an object cannot be called. */
function namespaceCalled(source: Source, fault: Fault): Explanation | null {
  if (!fault.place || !/is not a function|is not callable/.test(fault.message)) return null;
  const name = nameOf(readAt(source, fault.place));
  const load = name === null ? null : loadOfName(source, fault.place.file, name);
  if (!name || !load?.whole) return null;
  return {
    title: `import * as ${name} gives an object, not a function`,
    why: `${inWords(fault)}. import * brings in everything that "${load.specifier}" exports as one object, and an object cannot be called. (TypeScript projects without esModuleInterop write it like this; here it means what the standard says.)`,
    fix: `Write import ${name} from "${load.specifier}".`,
    place: placeOfFound(load),
  };
}

/** A handler is called where it should be passed on: app.post("/login", login()). */
function handlerCalled(source: Source, fault: Fault): Explanation | null {
  const frames = [...fault.frames.slice(1), ...(NO_FUNCTION.test(fault.message) ? [fault.place] : [])];
  for (const frame of frames) {
    if (!frame) continue;
    const registration = nodesAt(source, frame).findLast(isRegistration);
    const call = registration && calledArgument(source, registration);
    if (!call) continue;
    const written = textOf(source, frame.file, child(call, "callee") ?? call);
    return {
      title: `${written}() is called here, where it should be handed over`,
      why: `The round brackets call ${written} at once, while the program starts, when there is no request yet; Express gets what it returns. ${NO_FUNCTION.test(fault.message) ? "That is not a function" : "It did not even get that far"}: ${inWords(fault)}.`,
      fix: `Hand over the function itself: ${written} without round brackets. Express calls it when a request comes.`,
      place: placeOf(frame.file, call),
    };
  }
  return null;
}

/** The argument of app.post(…) that calls a handler: a function that takes a request and does not return a function. */
function calledArgument(source: Source, registration: Node): Node | null {
  const calls = list(registration, "arguments").filter(({ type }) => type === "CallExpression");
  const ofHandler = (call: Node) => {
    return functionsCalled(source, call).some(
      ({ node }) =>
        /^_?(req|request|ctx)$/i.test(nameOf(list(node, "params")[0] ?? null) ?? "") && !makesFunction(node),
    );
  };
  return calls.find((call) => list(call, "arguments").length === 0 && ofHandler(call)) ?? null;
}

function makesFunction(node: Node): boolean {
  const body = child(node, "body");
  const returned = findAll(node, ({ type }) => type === "ReturnStatement").map((one) =>
    child(one, "argument"),
  );
  return [body, ...returned].some((one) => one !== null && isFunction(one));
}

/** A line that is meant to be module.exports and is something else: module.export = …, exports = …. */
function exportSlip(source: Source, path: string): { found: Found; written: string } | null {
  const inFile = findInSource(source, () => true).filter(({ file }) => file === path);
  const exported = (left: Node | null): boolean =>
    nameOf(left) === "exports" &&
    left?.type === "MemberExpression" &&
    nameOf(child(left, "object")) === "module";
  const lefts = inFile.flatMap(({ file, node }) => {
    const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
    return left ? [{ file, node, left }] : [];
  });
  if (
    lefts.some(
      ({ left }) => exported(left) || (left.type === "MemberExpression" && exported(child(left, "object"))),
    )
  )
    return null;
  const slip = lefts.find(({ left }) => {
    if (left.type === "Identifier") return nameOf(left) === "exports";
    const name = nameOf(left) ?? "";
    return (
      nameOf(child(left, "object")) === "module" &&
      /^e?x?p?o?r?t?s?/i.test(name) &&
      /exp|xpo|port/i.test(name)
    );
  });
  return slip ? { found: slip, written: textOf(source, slip.file, slip.left) } : null;
}

/** The failing line needs something from a file that exports nothing, because of a slip. */
export function exportedByMistake(source: Source, fault: Fault): Explanation | null {
  if (
    !fault.place ||
    !(NO_FUNCTION.test(fault.message) || /is not a function|of undefined/.test(fault.message))
  )
    return null;
  const { file } = fault.place;
  for (const load of loadsOf(source)) {
    if (load.file !== file || load.path === null || !usesAny(source, fault.place, load.names)) continue;
    const end = endWithoutExport(source, load.path);
    if (end) return exportsNothing(end, fault);
    const slip = exportSlip(source, load.path);
    if (!slip) continue;
    return {
      title: `${slip.written} is not module.exports`,
      why: `This file gives out what module.exports holds. ${slip.written} is ${slip.written === "exports" ? "a variable of this file: giving it another value changes nothing outside" : "another property, and nobody reads that"}; so whoever loads the file gets an empty object. Then came: ${inWords(fault)}.`,
      fix: "Write module.exports, with a dot and an s at the end.",
      place: placeOfFound(slip.found),
    };
  }
  return null;
}

/** The last line of a CommonJS file that never speaks of exports; null for any other file. */
function endWithoutExport({ files }: Source, path: string): Place | null {
  const ast = files.find((file) => file.path === path)?.ast ?? null;
  const speaks = (node: Node) =>
    /^(TS)?(Export|Import)/.test(node.type) || /^x?exp?or?ts?$/i.test(nameOf(node) ?? "");
  if (!ast || findAll(ast, speaks).length > 0) return null;
  const last = list(ast, "body").at(-1);
  return last?.loc ? { file: path, line: last.loc.end.line, column: last.loc.end.column } : null;
}

function exportsNothing(end: Place, fault: Fault): Explanation {
  const name = basename(end.file);
  return {
    title: `${name} exports nothing`,
    why: `A file gives out what module.exports holds, and ${name} comes to its end without setting it: whoever loads it gets an empty object. Then came: ${inWords(fault)}.`,
    fix: `At the end of ${name}, export what the other file needs, with module.exports.`,
    place: end,
  };
}

/** Whether the statement at a place mentions one of these names. */
function usesAny(source: Source, place: Place, names: readonly string[]): boolean {
  const statement = nodesAt(source, place).findLast(({ type }) => /Statement|Declaration$/.test(type));
  const call = callAt(source, place);
  return [statement, call].some(
    (node) => node && findAll(node, (one) => names.includes(nameOf(one) ?? "")).length > 0,
  );
}

/** Two files that load each other. */
export function inACircle(source: Source, fault: Fault): Explanation | null {
  const load = circleBehind(source, fault);
  if (!load?.path || !fault.place) return null;
  return {
    title: "Two files load each other",
    why: `This line loads ${load.specifier}, and that file loads this one, itself or through others. Whichever runs first gets the other before it has come to its end: so what is missing here is not exported yet. ${inWords(fault)}.`,
    fix: OPEN_THE_CIRCLE,
    place: placeOfFound(load),
  };
}

export const crashOnStart: Mistake = {
  id: "crash-on-start",
  find({ transcript: { boot, ending }, source, experiment }) {
    if (boot.outcome !== "crashed") return null;
    const { fault } = boot;
    if (!fault) {
      const how = ending?.signal ? `by the signal ${ending.signal}` : `with the code ${ending?.code ?? "?"}`;
      return {
        title: "The program ends before it is up",
        why: `It ended ${how} while it was starting, without an error that names a line.`,
        fix: "Look at what your program printed below, and at what it does before it calls listen.",
        place: null,
      };
    }
    const known =
      namespaceCalled(source, fault) ??
      handlerCalled(source, fault) ??
      exportedByMistake(source, fault) ??
      inACircle(source, fault);
    if (known) return known;
    // A name that a module does not export makes the import fail before any line runs, so the import is the place.
    const missing = /export named '([^']+)'|Named export '([^']+)' not found/.exec(fault.message);
    const name = missing?.[1] ?? missing?.[2];
    const [imported] = name
      ? findInSource(
          source,
          (node) =>
            node.type === "ImportSpecifier" &&
            Reflect.get(Object(Reflect.get(node, "imported")), "name") === name,
        )
      : [];
    const left = (experiment?.discoveries ?? []).flatMap((one) =>
      one.kind === "left out" ? [one.path] : [],
    );
    if (experiment?.boot.outcome === "up" && left.length > 0) {
      const names = left.map((path) => basename(path)).join(", ");
      return {
        title: `The program does not start beside ${names}`,
        why: `Beside your file lies ${names}, as an earlier attempt may have left it, and with that the start threw: ${inWords(fault)}. Without it, the same program comes up.`,
        fix: `Look into ${names}: if your program now writes another shape, delete it; if it can come to look like that again, the start has to get along with it.`,
        place: fault.place,
      };
    }
    return {
      title: "The program stops with an error before it is up",
      why: `While it was starting, it threw: ${inWords(fault)}. An error that nothing catches ends the whole program, so no app is running.`,
      fix: remedyFor(
        fault,
        "Read the error's message: it says what was not as this line expects it.",
        source,
      ),
      place: fault.place ?? (imported ? placeOfFound(imported) : null),
    };
  },
};
