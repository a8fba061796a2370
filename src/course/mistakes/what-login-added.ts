/** What a login added to what the handlers can reach. */

import { createHash } from "node:crypto";
import type { Evidence } from "../../check/diagnosis/mistake.ts";

/**
 * The texts that a login added, and whether one of them holds its token, as it is or as a digest; null: it was not
 * looked at.
 */
export function whatLoginAdded({
  experiment,
}: Evidence): { token: string; texts: readonly string[]; holds: boolean } | null {
  const added = experiment?.discoveries.find(({ kind }) => kind === "added");
  if (added?.kind !== "added" || added.token === "") return null;
  const { token, texts } = added;
  const digests = ["sha256", "sha512", "sha1", "md5"].flatMap((hash) =>
    (["hex", "base64", "base64url"] as const).map((form) => createHash(hash).update(token).digest(form)),
  );
  return { token, texts, holds: texts.some((text) => text.includes(token) || digests.includes(text)) };
}
