/** Loads the source of a learner's program. Its parser is large, so it is loaded only when a check needs it. */

import { fileMentions } from "../../base/file-mentions.ts";
import type { Word } from "../scenario.ts";
import type { Source } from "../source/source.ts";

/** @param file the program's first file, absolute */
export async function loadSource(file: string): Promise<Source> {
  const { readSource } = await import("../source/source.ts");
  return readSource(file);
}

/** The text of all files of a program, one after the other, with its comments and regular expressions. */
export function textOfSource({ files }: Source): string {
  return files.map(({ text }) => text).join("\n");
}

/** A file that neither speaks of the store nor loads another of the learner's files has none. */
const MAY_HOLD_STORE = /refreshTokens|["'`]\.{1,2}\//;

/**
 * The names by which functions know the array `refreshTokens` where none speaks of it by its own.
 *
 * @param file as above
 */
export async function loadOtherNames(file: string): Promise<string[]> {
  // Step 1 has no store yet, and its verdict waits for no parser.
  if (!fileMentions(file, MAY_HOLD_STORE)) return [];
  const [source, { otherNamesOf }] = await Promise.all([
    loadSource(file),
    import("../source/other-names.ts"),
  ]);
  return otherNamesOf(source, "refreshTokens");
}

/** The strings of a source. */
export async function loadWords(source: Source): Promise<Word[]> {
  const { wordsIn } = await import("../source/words.ts");
  return wordsIn(source);
}

/** The patterns of the regular expressions in a source. */
export async function loadPatterns(source: Source): Promise<Word[]> {
  const { patternsIn } = await import("../source/patterns.ts");
  return patternsIn(source);
}
