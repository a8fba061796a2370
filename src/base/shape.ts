/**
 * Tests the shape of a value that came from outside, such as from `JSON.parse`: small tests, and ways to combine them.
 */

/** Whether a value has a shape. */
export type Shape<T> = (value: unknown) => value is T;

/** Whether a value is an object with fields, and not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const isText: Shape<string> = (value) => typeof value === "string";
export const isNumber: Shape<number> = (value) => typeof value === "number";
export const isFlag: Shape<boolean> = (value) => typeof value === "boolean";
export const isAnything: Shape<unknown> = (_value): _value is unknown => true;
/** A whole number from 0 on. */
export const isCount: Shape<number> = (value): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value): value is T | null => value === null || shape(value);
}

/** The field may be missing. */
export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value): value is T | undefined => value === undefined || shape(value);
}

export function listOf<T>(shape: Shape<T>): Shape<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every((item) => shape(item));
}

/** An object whose fields may have any name, all with values of one shape. */
export function mapOf<T>(shape: Shape<T>): Shape<Record<string, T>> {
  return (value): value is Record<string, T> => isRecord(value) && Object.values(value).every(shape);
}

export function oneOf<T extends string>(...words: readonly T[]): Shape<T> {
  return (value): value is T => words.some((word) => word === value);
}

/** An object with fields of these names and shapes; it may have other fields as well. */
export function record<T>(shapes: { [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
  const members: [string, Shape<unknown>][] = Object.entries(shapes);
  return (value): value is T => isRecord(value) && members.every(([name, shape]) => shape(value[name]));
}

export function anyOf<T>(...shapes: readonly Shape<T>[]): Shape<T> {
  return (value): value is T => shapes.some((shape) => shape(value));
}
