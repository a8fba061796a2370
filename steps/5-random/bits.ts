/** How much of a token could be another: what somebody who tries them all has to go through. */

/** Alphabets that tokens are written in, smallest first. */
const ALPHABETS: readonly { characters: RegExp; size: number }[] = [
  { characters: /^[0-9]*$/, size: 10 },
  { characters: /^[0-9a-f]*$/, size: 16 },
  { characters: /^[0-9A-F]*$/, size: 16 },
  { characters: /^[0-9a-z]*$/, size: 36 },
  { characters: /^[0-9A-Z]*$/, size: 36 },
];
const BASE64 = 64;

/** The bits that vary between the tokens of one person: the positions that vary, each times log2 of the alphabet. */
export function bitsThatVary(tokens: readonly string[]): number {
  const longest = Math.max(0, ...tokens.map(({ length }) => length));
  const varying = Array.from({ length: longest }, (_, at) => tokens.map((token) => token[at] ?? "")).filter(
    (characters) => new Set(characters).size > 1,
  );
  const text = varying.flat().join("");
  const size = ALPHABETS.find(({ characters }) => characters.test(text))?.size ?? BASE64;
  return varying.length * Math.log2(size);
}
