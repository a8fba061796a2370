/** Parsers of JavaScript and TypeScript. A file of its own in the package: it is large, and only a failure needs it. */

import { Parser as JavaScript } from "acorn";
import { tsPlugin } from "@sveltejs/acorn-typescript";

export const TypeScript = JavaScript.extend(tsPlugin());
export { JavaScript };
