/** At its start, the program writes an empty store over the saved one. */

import { basename } from "node:path";
import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import { functionsCalled } from "../../../src/check/source/calls.ts";
import type { Found } from "../../../src/check/source/found.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { functionsAtStart } from "../../../src/check/source/started.ts";
import { within } from "../../../src/check/source/making.ts";
import { child, findAll, isFunction, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { filesOf, readsIn, whatWasLost, writesIn } from "./restarts.ts";

const OPENS = /^(?:open|truncate|rm|unlink)(?:Sync)?$/;

/** Calls outside of all functions that write to a file or empty it, directly or through a function. */
function writesAtStart(source: Source): Found[] {
  const writes = writesIn(source).map(({ node }) => node);
  const called = (node: Node) => nameOf(child(node, "callee")) ?? "";
  return findInSource(source, (node, ancestors) => {
    if (node.type !== "CallExpression" || ancestors.some(isFunction)) return false;
    const own = functionsCalled(source, node).length > 0;
    if (writes.includes(node) || (OPENS.test(called(node)) && !own)) return true;
    const callee = child(node, "callee");
    if (callee?.type !== "Identifier") return false;
    return functionsCalled(source, node).some(
      (one) => findAll(one.node, (inner) => writes.includes(inner)).length > 0,
    );
  });
}

/** The line of a method called at the start that writes to a file, itself or through a function of the program. */
function writesInside(source: Source): Found[] {
  const writes = writesIn(source).map(({ node }) => node);
  const hasWrite = ({ node }: Found) => findAll(node, (inner) => writes.includes(inner)).length > 0;
  return within(
    functionsAtStart(source),
    (node) => writes.includes(node) || functionsCalled(source, node).some(hasWrite),
  );
}

export const fileOverwrittenAtStart: Mistake = {
  id: "file-overwritten-at-start",
  find(evidence) {
    const lost = whatWasLost(evidence);
    const file = filesOf(evidence).find(({ atEnd, afterBoot }) => afterBoot < atEnd);
    if (!file || (lost !== "login" && lost !== "access" && lost !== "renewal")) return null;
    const { source } = evidence;
    const place =
      writesAtStart(source)[0] ?? writesInside(source)[0] ?? writesIn(source)[0] ?? readsIn(source)[0];
    const left = file.afterBoot === 0 ? "empty" : `only ${file.afterBoot} characters long`;
    return {
      title: "The start overwrites what was saved",
      why: `${basename(file.path)} held ${file.atEnd} characters when the app was ended. When it had started again, before any request, it was ${left}: the start writes over it. So everybody who was logged in is gone.`,
      fix: "Read the file at the start where it is there, and write an empty store only where it is not.",
      place: place ? placeOfFound(place) : null,
    };
  },
};
