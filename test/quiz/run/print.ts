import { createHash } from "node:crypto";
import { format, inspect } from "node:util";
import { compileFunction } from "node:vm";

/**
 * Runs code and notes what it prints.
 *
 * @returns the printed lines, and last what it threw, each in backticks as an option would show it
 */
export function printed(code: string): string {
  const lines: string[] = [];
  const console = { log: (...values: unknown[]) => lines.push(format(...values)) };
  try {
    compileFunction(code, ["console", "createHash"])(console, createHash);
  } catch (error) {
    lines.push(String(error));
  }
  return lines.map((line) => `\`${line}\``).join(", ");
}

/** What `node -p "expression"` prints. */
export function evaluated(expression: string): string {
  return inspect(compileFunction(`return (${expression});`)());
}
