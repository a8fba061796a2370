/** What the help of the program lists. */

import { run } from "./commands/program.ts";

export interface ListedCommand {
  /** "check" */
  name: string;
  /** "check [S]" */
  usage: string;
  /** Its own, as the help writes them: "--timeout <ms>". */
  options: string[];
}

function optionsIn(help: string): string[] {
  const [, own = ""] = /\nOptions:\n([\s\S]*?)(?:\n\n|$)/.exec(help) ?? [];
  return [...own.matchAll(/^ {2}(--\S+(?: [<[][^ ]+[>\]])?)/gm)]
    .map(([, option = ""]) => option)
    .filter((option) => option !== "--help");
}

/** The commands of the program, without `help`, and the options that all have. */
export async function commandTable(): Promise<{ commands: ListedCommand[]; global: string[] }> {
  const { stdout } = await run(["--help"]);
  const [, listed = ""] = /\nCommands:\n([\s\S]*?)\n\n/.exec(stdout) ?? [];
  const names = [...listed.matchAll(/^ {2}([a-z]+)/gm)].map(([, name = ""]) => name);
  const commands = names
    .filter((name) => name !== "help")
    .map(async (name) => {
      const help = (await run(["help", name])).stdout;
      const [, usage = ""] = /Usage: refresh-tutor (.*)/.exec(help) ?? [];
      return { name, usage: usage.replace(" [options]", ""), options: optionsIn(help) };
    });
  return { commands: await Promise.all(commands), global: optionsIn(stdout) };
}
