/** Finds places in the source that are certain, because what is looked for occurs only there. */

import type { Place } from "../transcript.ts";
import { findInSource, placeOfFound } from "./found.ts";
import type { Found } from "./found.ts";
import type { Source } from "./source.ts";
import { child, nameOf, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";
import { declarationsOf } from "./variables.ts";

/** The place, if there is exactly one; else null. */
export function onlyPlace(found: readonly Found[]): Place | null {
  const [first] = found;
  return first && found.length === 1 ? placeOfFound(first) : null;
}

/** Where a text or a number stands as a literal, if it occurs once. */
export function placeOfLiteral(source: Source, value: unknown): Place | null {
  if (value === "" || (typeof value !== "string" && typeof value !== "number")) return null;
  const holds = (node: Node) =>
    stringOf(node) === value || (node.type === "Literal" && Reflect.get(node, "value") === value);
  return onlyPlace(findInSource(source, holds));
}

/** The fields of object literals with a name. */
function fieldsNamed(source: Source, name: string): Found[] {
  return findInSource(source, (node, ancestors) => {
    const key = node.type === "Property" ? child(node, "key") : null;
    const inObject = ancestors.at(-1)?.type === "ObjectExpression";
    return key !== null && inObject && (nameOf(key) ?? stringOf(key)) === name;
  });
}

/** Where an object literal has a field of this name, if there is one such field. */
export function placeOfField(source: Source, name: string): Place | null {
  return onlyPlace(fieldsNamed(source, name));
}

/** Where the variable is declared that gives the only field of this name its value. */
export function placeOfFieldsVariable(source: Source, name: string): Place | null {
  const [field, ...others] = fieldsNamed(source, name);
  const value = field && others.length === 0 ? child(field.node, "value") : null;
  const variable = value?.type === "Identifier" ? nameOf(value) : null;
  return variable === null ? null : onlyPlace(declarationsOf(source, variable));
}
