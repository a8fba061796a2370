/**
 * The parsers of JavaScript and TypeScript. The package has them in a file of their own: they are large, and only a
 * failed check needs them.
 */

import { tsPlugin } from "@sveltejs/acorn-typescript";
import { Parser as JavaScript } from "acorn";

export const TypeScript = JavaScript.extend(tsPlugin());
export { JavaScript };
