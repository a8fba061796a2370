/** Which files are TypeScript. */

import { extname } from "node:path";

export function isTypeScript(file: string): boolean {
  return /^\.[cm]?ts$/.test(extname(file));
}
