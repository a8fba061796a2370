/** Counts how many bits of a token vary, which says how many tokens a thief would have to try. */

/** The alphabets in which tokens are written, the smallest first. */
const ALPHABETS: readonly { characters: RegExp; size: number }[] = [
  { characters: /^[0-9]*$/, size: 10 },
  { characters: /^[0-9a-f]*$/, size: 16 },
  { characters: /^[0-9A-F]*$/, size: 16 },
  { characters: /^[0-9a-z]*$/, size: 36 },
  { characters: /^[0-9A-Z]*$/, size: 36 },
];
const BASE64 = 64;

/** The bits that vary between the tokens of one person: for each position that varies, log2 of the alphabet's size. */
export function bitsThatVary(tokens: readonly string[]): number {
  const longest = Math.max(0, ...tokens.map(({ length }) => length));
  const varying = Array.from({ length: longest }, (_, at) => tokens.map((token) => token[at] ?? "")).filter(
    (characters) => new Set(characters).size > 1,
  );
  const text = varying.flat().join("");
  const size = ALPHABETS.find(({ characters }) => characters.test(text))?.size ?? BASE64;
  return varying.length * Math.log2(size);
}
