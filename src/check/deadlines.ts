/** The deadlines of a check: of the boot, of each request, of the whole. */

/** How long things may take, in ms. */
export interface Deadlines {
  boot: number;
  request: number;
  check: number;
}

/** The usual deadlines; `--timeout` changes them. */
export const DEADLINES: Deadlines = { boot: 5_000, request: 2_000, check: 20_000 };

/** The deadline of a request whose answer is the learner's choice, in ms. */
export const AFTERTHOUGHT_REQUEST = 300;
/** The longest deadline of a request in an experiment, in ms. */
export const EXPERIMENT_REQUEST = 1_000;
/** The deadlines of a boot whose only aim is to be caught in a loop again, in ms. */
export const LOOP_DEADLINES: Deadlines = { boot: 1_500, request: 400, check: 5_000 };

/** How many times as long a check of part two may take: it boots several worlds and sends many more requests. */
const PART_TWO = 3;

/** The deadlines of a check of a step of this part. */
export function deadlinesIn(part: "one" | "two", deadlines: Deadlines): Deadlines {
  return part === "one" ? deadlines : { ...deadlines, check: deadlines.check * PART_TWO };
}
