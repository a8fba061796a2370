/** What Gradescope's export tells beside its folders: submission_metadata.yml has a name, a number and an address for each. */

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A text of YAML as Gradescope writes it: bare, or in quotes. */
function textOf(value: string): string {
  return value.trim().replace(/^(['"])(.*)\1$/, "$2");
}

/**
 * Who has handed in each folder of an export (absolute), by the folder's name; of a group, the first. Empty where there is
 * no such file.
 */
export function readGradescope(folder: string): Map<string, { name: string; aliases: string[] }> {
  const submitters = new Map<string, { name: string; aliases: string[] }>();
  let text: string;
  try {
    text = readFileSync(join(folder, "submission_metadata.yml"), "utf8");
  } catch {
    return submitters;
  }
  let current = "";
  for (const line of text.split(/\r?\n/)) {
    current =
      /^(submission_\d+):/.exec(line)?.[1] ?? (/^\S/.test(line) && !line.startsWith("-") ? "" : current);
    const [, key, value = ""] = /^\s*-?\s*:(name|sid|email):\s*(\S.*)$/.exec(line) ?? [];
    if (current === "" || key === undefined) continue;
    const known = submitters.get(current) ?? { name: "", aliases: [] };
    if (key !== "name") known.aliases.push(textOf(value));
    else if (known.name === "") known.name = textOf(value);
    submitters.set(current, known);
  }
  return submitters;
}
