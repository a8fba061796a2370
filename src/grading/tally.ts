/** What a run came to, in numbers. */

import { STATUSES } from "./row.ts";
import type { Brief, Status } from "./row.ts";

export interface Tally {
  rows: number;
  passed: number;
  /** How many rows have each state; states that no row has are left out. */
  statuses: readonly { status: Status; count: number }[];
  /** The causes of what was graded and does not pass, the commonest first. */
  causes: readonly { cause: string; count: number }[];
}

export function tallyOf(rows: readonly Brief[]): Tally {
  const causes = new Map<string, number>();
  for (const { status, cause } of rows) {
    if (status === "graded" && cause !== null) causes.set(cause, (causes.get(cause) ?? 0) + 1);
  }
  const count = (wanted: Status) => rows.filter(({ status }) => status === wanted).length;
  return {
    rows: rows.length,
    passed: rows.filter(({ passed }) => passed === true).length,
    statuses: STATUSES.map((status) => ({ status, count: count(status) })).filter((each) => each.count > 0),
    causes: [...causes]
      .map(([cause, number]) => ({ cause, count: number }))
      .sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1)),
  };
}

/** The states of submissions that are there and have no grade. */
const OPEN: readonly Status[] = ["ambiguous", "unreadable", "needs-package", "unstable", "grader-error"];

/** What is left to do: "2 ambiguous, 1 unreadable"; null where everything handed in has its grade. */
export function openInWords({ statuses }: Tally): string | null {
  const open = statuses.filter(({ status }) => OPEN.includes(status));
  return open.length === 0 ? null : open.map(({ status, count }) => `${count} ${status}`).join(", ");
}
