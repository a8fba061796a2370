/** Says in one line that something takes a while, and removes the line when it is done. */

import type { Context } from "./context.ts";

/** Shorter waits need no line, in ms. */
const SOON = 300;
const SECOND = 1_000;

/**
 * Waits for `work`. If it takes long and standard error is a terminal, a line says so.
 *
 * @param what is being done, a few words: "Checking step 3"
 */
export async function whileWaiting<T>(context: Context, what: string, work: Promise<T>): Promise<T> {
  const { retype } = context;
  if (!retype) return work;
  const begun = performance.now();
  let shown = false;
  const clear = () => retype("");
  const show = () => {
    const seconds = Math.round((performance.now() - begun) / SECOND);
    retype(seconds > 0 ? `${what}, ${seconds} s so far` : what);
  };
  let timer = setTimeout(() => {
    shown = true;
    process.once("exit", clear);
    show();
    timer = setInterval(show, SECOND);
  }, SOON);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    process.off("exit", clear);
    if (shown) clear();
  }
}
