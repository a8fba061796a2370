/** Which students are in which part of a class: the same ones on every machine. */

import { sha256 } from "./digest.ts";
import type { Plan } from "./plan.ts";
import type { Shard } from "./run-header.ts";

const MOST_SHARDS = 10_000;

/** "2/4" as typed; null where it is none. */
export function readShard(word: string): Shard | null {
  const [, index, of] = /^(\d{1,5})\/(\d{1,5})$/.exec(word) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  return shard.index >= 1 && shard.index <= shard.of && shard.of <= MOST_SHARDS ? shard : null;
}

/** Whether a student (id) is in a shard: the digest of the id, as a number, leaves `index` - 1 when divided by `of`. */
export function isInShard(id: string, { index, of }: Shard): boolean {
  return BigInt(`0x${sha256(id)}`) % BigInt(of) === BigInt(index - 1);
}

/** The part of a plan that is in a shard. */
export function planOfShard({ tasks, decided }: Plan, shard: Shard): Plan {
  return {
    tasks: tasks.filter(({ submission }) => isInShard(submission.id, shard)),
    decided: decided.filter(({ id }) => isInShard(id, shard)),
  };
}
