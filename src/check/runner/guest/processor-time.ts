/** How much processor time this process has used. */

import { intact } from "./intact.ts";

/** In ms, in all its threads. */
export function processorTime(): number {
  const { user, system } = intact.cpuUsage();
  return (user + system) / 1000;
}
