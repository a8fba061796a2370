import { createHash, randomBytes } from "node:crypto";
import { format, inspect } from "node:util";
import { compileFunction } from "node:vm";
import jwt from "jsonwebtoken";

/** What snippets use without importing it. */
const IMPORTED = { createHash, jwt, randomBytes };
export const IMPORTED_NAMES = Object.keys(IMPORTED);
export const IMPORTED_VALUES: readonly unknown[] = Object.values(IMPORTED);

/**
 * Runs code and notes what it prints until nothing is left that promises wait for.
 *
 * @returns the printed lines, and last what it threw, each in backticks as an option would show it
 */
export async function printed(code: string): Promise<string> {
  const lines: string[] = [];
  const console = { log: (...values: unknown[]) => lines.push(format(...values)) };
  try {
    compileFunction(code, ["console", ...IMPORTED_NAMES])(console, ...IMPORTED_VALUES);
    await new Promise((done) => setImmediate(done));
  } catch (error) {
    lines.push(String(error));
  }
  return lines.map((line) => `\`${line}\``).join(", ");
}

/** What `node -p "expression"` prints. */
export function evaluated(expression: string): string {
  const value: unknown = compileFunction(`return (${expression});`)();
  return typeof value === "string" ? value : inspect(value);
}
