/** How long a test waits for what comes at once on a quiet machine, in ms: it ends what hangs, and is no measure of time. */
export const PATIENCE = 4 * 60_000;
