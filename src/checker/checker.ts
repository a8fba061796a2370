/** Boots a learner's file, does what a step's scenario says, and records the transcript. */

import { realpathSync } from "node:fs";
import type { Action } from "../course/step.ts";
import type { Deadlines, Guest, NumberedEvent } from "../runner/host.ts";
import type { Exchange, Holder, Store, Transcript } from "../transcript.ts";
import { loadClient, send } from "./client.ts";

const unknown: Store = { kind: "unknown" };
/** How long timers that the handlers left behind are waited for, in ms: they may still throw or answer again. */
const SETTLING = 300;

interface Sighting {
  store: Store;
  holders: Holder[];
  /** How many requests the program had received by then. */
  received: number;
}

async function look(guest: Guest, deep: boolean, ms: number): Promise<Sighting | null> {
  const seen = await guest.ask({ about: "store", deep }, ms);
  if (!seen) return null;
  return { store: seen.answer.store ?? unknown, holders: seen.answer.holders ?? [], received: seen.n };
}

/** The exchange that each event belongs to: the last one that had begun when its request was received. */
function distribute(events: readonly NumberedEvent[], exchanges: readonly Exchange[], received: readonly number[]): void {
  for (const { n, event } of events) {
    const index = received.findIndex((count) => n <= count);
    (exchanges[index] ?? exchanges.at(-1))?.events.push(event);
  }
}

/**
 * Runs a scenario against a learner's file (absolute) in a guest that has not booted anything yet, and ends the guest.
 * Waits for nothing that cannot come any more: what would only hang again is not sent.
 * `deep`: search the heap for `refreshTokens` where no scope leads to it.
 */
export async function runScenario(
  guest: Guest,
  file: string,
  scenario: readonly Action[],
  deadlines: Deadlines,
): Promise<Transcript> {
  const start = performance.now();
  const left = () => Math.max(0, deadlines.check - (performance.now() - start));
  const exchanges: Exchange[] = [];
  const received: number[] = [];
  let storeAtStart = unknown;
  let holdersAtStart: Holder[] = [];
  let layers: Transcript["layers"] = [];
  try {
    void loadClient();
    const boot = await guest.boot(realpathSync(file), Math.min(deadlines.boot, left()));
    const result = () => {
      distribute(guest.events, exchanges, received);
      const { output, ending } = guest;
      const ms = performance.now() - start;
      return { file, boot, storeAtStart, holdersAtStart, exchanges, layers, output, ending, ms };
    };
    if (boot.outcome !== "up") return result();

    const first = await look(guest, true, Math.min(deadlines.request, left()));
    storeAtStart = first?.store ?? unknown;
    holdersAtStart = first?.holders ?? [];
    const hanging = new Set<string>();
    let blocked = false;
    for (const action of scenario) {
      if (blocked || guest.ending || left() <= 0) break;
      if ("addToken" in action) {
        await guest.ask({ about: "add-token", token: action.addToken, at: action.at }, deadlines.request);
        continue;
      }
      const { send: request, label } = action;
      const route = `${request.method} ${request.path}`;
      if (hanging.has(route)) continue;
      const begun = performance.now();
      const sent = await send(guest.port, request, Math.min(deadlines.request, left()));
      const ms = performance.now() - begun;
      if (sent.timedOut) blocked = !(await guest.isAlive());
      if (sent.timedOut) hanging.add(route);
      const seen = blocked ? null : await look(guest, exchanges.length === 0, Math.min(deadlines.request, left()));
      if (!seen && !blocked) {
        // Either it has just ended, or it blocked after it had answered.
        if (!sent.response) await Promise.race([guest.ended, guest.isAlive()]);
        blocked = !guest.ending && !(await guest.isAlive());
      }
      received.push(seen?.received ?? Number.POSITIVE_INFINITY);
      exchanges.push({
        label,
        request,
        response: sent.response,
        error: sent.error,
        hang: sent.timedOut ? (blocked ? "blocked" : "waiting") : blocked ? "blocked" : null,
        blockedAt: null,
        ms,
        store: seen?.store ?? unknown,
        holders: seen?.holders ?? [],
        events: [],
        ended: guest.ending !== null,
      });
    }
    if (!blocked && !guest.ending) {
      await guest.ask({ about: "settled", ms: SETTLING }, SETTLING * 2);
      layers = (await guest.ask({ about: "layers" }, deadlines.request))?.answer.layers ?? [];
    }
    return result();
  } finally {
    await guest.end();
  }
}
