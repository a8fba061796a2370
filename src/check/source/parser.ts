/** Parsers of JavaScript and TypeScript. A file of its own in the package: it is large, and only a failure needs it. */

import { tsPlugin } from "@sveltejs/acorn-typescript";
import { Parser as JavaScript } from "acorn";

export const TypeScript = JavaScript.extend(tsPlugin());
export { JavaScript };
