/** Opens the learner's file in the learner's editor. */

import { spawn } from "node:child_process";
import { basename } from "node:path";
import type { Place } from "../check/transcript.ts";

/** Editors with a window of their own. Every other one that $VISUAL or $EDITOR names gets the terminal. */
const WINDOWED =
  /^(code|code-insiders|codium|vscodium|cursor|windsurf|subl|sublime_text|atom|zed|zeditor|idea|webstorm|phpstorm|fleet|gvim|mvim|neovide|gedit|gnome-text-editor|kate|kwrite|mousepad|xed|pluma|geany|notepad|notepad\+\+|bbedit|mate|open|xdg-open)(\.exe|\.cmd)?$/;

/** The command of the editor that the learner has chosen; null: none. $VISUAL goes before $EDITOR, as POSIX has it. */
function chosenEditor(env: NodeJS.ProcessEnv): string | null {
  return [env["VISUAL"], env["EDITOR"]].find((command) => (command ?? "").trim() !== "") ?? null;
}

function isWindowed(command: string): boolean {
  return WINDOWED.test(basename(command.trim().split(/\s+/)[0] ?? ""));
}

interface Command {
  program: string;
  args: string[];
  /** `program` is a whole line for the system's shell. */
  isLine?: boolean;
  windowed: boolean;
}

/** The command that opens a file (absolute) at a place; null where no editor is known. */
async function commandFor(
  file: string,
  place: Pick<Place, "line" | "column"> | null,
): Promise<Command | null> {
  const { default: argumentsFor } = await import("launch-editor/get-args.js");
  const argumentsWithFile = (editor: string) =>
    place ? argumentsFor(editor, file, place.line, place.column).map(String) : [file];
  const chosen = chosenEditor(process.env);
  if (chosen !== null) {
    const args = argumentsWithFile(chosen.trim());
    const windowed = isWindowed(chosen);
    // It may have options, so a shell reads it, as it does for git.
    if (process.platform !== "win32")
      return { program: "sh", args: ["-c", `${chosen} "$@"`, "sh", ...args], windowed };
    // cmd takes the first and the last quote of what follows /c away: only Node's `shell` leaves the others as they are,
    // https://nodejs.org/api/child_process.html#spawning-bat-and-cmd-files-on-windows. A file's name holds none itself.
    const line = [chosen.trim(), ...args.map((arg) => `"${arg}"`)].join(" ");
    return { program: line, args: [], isLine: true, windowed };
  }
  const { default: guess } = await import("launch-editor/guess.js");
  const [program, ...args] = guess();
  if (!program) return null;
  return {
    program,
    args: [...args.flatMap((arg) => arg ?? []), ...argumentsWithFile(program)],
    windowed: isWindowed(program),
  };
}

/** How long a command that is not there takes to say so, in ms. */
const START = 300;

/** Whether the command ran; in the terminal, once it has ended. */
function run({ program, args, isLine = false, windowed }: Command): Promise<boolean> {
  const stdio = windowed ? "ignore" : "inherit";
  const child = spawn(program, args, { stdio, detached: windowed, shell: isLine });
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    // 126 and 127: the shell found no such command (POSIX XCU §2.8.2).
    child.once("exit", (code) => resolve(code !== 126 && code !== 127));
    if (!windowed) return;
    child.unref();
    setTimeout(() => resolve(true), START);
  });
}

/**
 * Opens a file (absolute) in $VISUAL, $EDITOR or the editor that is running.
 *
 * @param place where to, in that file; null: its beginning
 * @param handOver gives the terminal away, does the work and takes it back
 * @returns whether it was opened
 */
export async function openEditor(
  file: string,
  place: Pick<Place, "line" | "column"> | null,
  handOver: (work: () => Promise<boolean>) => Promise<boolean>,
): Promise<boolean> {
  const command = await commandFor(file, place);
  if (!command) return false;
  return command.windowed ? run(command) : handOver(() => run(command));
}
