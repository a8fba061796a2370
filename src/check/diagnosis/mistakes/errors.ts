/** What to do about common errors, by what they say. */

import type { Fault } from "../../transcript.ts";

const KNOWN: readonly (readonly [RegExp, string])[] = [
  [
    /is not defined$/,
    "Nothing of this name is declared where this line can see it. Check the spelling; if it comes from a package or another file, import it.",
  ],
  [/before initialization$/, "The line that declares it comes later: move that line above this one."],
  [
    /is not a function$/,
    "What stands before the round brackets is no function. Check how it is spelled, and print with console.log what it is.",
  ],
  [
    /of '(req|request)\.body' as it is undefined/,
    "req.body is undefined where nobody reads the body: register express.json() with app.use, above the routes.",
  ],
  [
    /^Cannot (read|set) propert/,
    "What stands before the dot has no value here. Print it with console.log, and look at where it should have got one.",
  ],
  [
    /handler must be a function|requires? a middleware function|callback function/i,
    "Print with console.log what you hand over to Express here: it should be a function. undefined is often a name that is spelled differently where it is exported.",
  ],
  [
    /pathToRegexpError|path-to-regexp/,
    "Express 5 cannot read this path: a * needs a name behind it, and ? and round brackets have another meaning. For every path, use app.use without a path.",
  ],
];

/** What to do about an error; `otherwise` where it is none of those. */
export function remedyFor({ message }: Fault, otherwise: string): string {
  const line = message.split("\n")[0] ?? "";
  return KNOWN.find(([says]) => says.test(line))?.[1] ?? otherwise;
}
