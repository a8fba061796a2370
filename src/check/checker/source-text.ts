/** The text of a learner's source, as it is written. */

/** All files of a program (its first file, absolute), one after the other. The parser is loaded for whoever asks. */
export async function readSourceText(file: string): Promise<string> {
  const { readSource } = await import("../source/source.ts");
  return readSource(file)
    .files.map(({ text }) => text)
    .join("\n");
}
