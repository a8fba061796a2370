/**
 * Chooses what the diagram of part two shows: of a hundred exchanges, those of the one scenario that shows the result.
 */

import { exchangeLabel } from "../check/judge/check.ts";
import type { CheckResult } from "../check/judge/check.ts";
import type { Exchange, Move, Transcript } from "../check/transcript.ts";

export interface Scene {
  /** In the order of time. After a failure, the last one is what the failed check is about. */
  exchanges: readonly Exchange[];
  /** What happened to the world between them; `before` counts in `exchanges`. */
  moves: readonly Move[];
}

/**
 * The label of the exchange that shows the result: that of the first failure, else of the last check about one
 * exchange.
 */
function labelShown(results: readonly CheckResult[]): string | null {
  const failure = results.find(({ finding }) => finding.status === "failed");
  if (failure) return exchangeLabel(failure);
  return results.map(exchangeLabel).findLast((label) => label !== null) ?? null;
}

/** The exchanges of the scenario in which a failure showed; after a pass, of the scenario that the last check looks at. */
export function sceneOf({ exchanges, moves }: Transcript, results: readonly CheckResult[]): Scene {
  const label = labelShown(results);
  const shown = exchanges.find((exchange) => exchange.label === label) ?? exchanges[0];
  if (!shown) return { exchanges: [], moves: [] };
  const hasFailed = results.some(({ finding }) => finding.status === "failed");
  const inScene = exchanges.flatMap((exchange, index) => {
    const here = exchange.scenario === shown.scenario && exchange.world === shown.world;
    return here && !(hasFailed && index > exchanges.indexOf(shown)) ? [{ exchange, index }] : [];
  });
  return {
    exchanges: inScene.map(({ exchange }) => exchange),
    moves: moves.flatMap((move) => {
      const before = inScene.findIndex(({ index }) => index === move.before);
      return before > 0 && move.world === shown.world ? [{ ...move, before }] : [];
    }),
  };
}
