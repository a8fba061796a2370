/** The deadlines of a check: for the boot, for each request, for the whole. */

/** How long things may take, in ms. */
export interface Deadlines {
  boot: number;
  request: number;
  /** For a request after the app has passed: only advice depends on its answer. */
  afterthought: number;
  check: number;
}

/** The usual deadlines; `--timeout` changes them. */
export const DEADLINES: Deadlines = { boot: 5_000, request: 2_000, afterthought: 300, check: 20_000 };

/** The longest deadline of a request in an experiment, in ms. */
export const EXPERIMENT_REQUEST = 1_000;
/** The deadlines of a boot that only repeats an endless loop to find its line, in ms. */
export const LOOP_DEADLINES = { boot: 1_500, request: 400, check: 5_000 };

/**
 * How many times as long a check of part two may take, because it boots several worlds and sends many more requests.
 */
const PART_TWO = 3;

/** The deadlines of a check of a step of this part. */
export function deadlinesIn(part: "one" | "two", deadlines: Deadlines): Deadlines {
  return part === "one" ? deadlines : { ...deadlines, check: deadlines.check * PART_TWO };
}
