/** The general mistakes, in the order in which they are looked for. */

import type { Mistake } from "./mistake.ts";

/** The app never came up. */
export const bootMistakes: readonly Mistake[] = [];

/** Something is wrong with a route, whichever step it belongs to. */
export const routeMistakes: readonly Mistake[] = [];
