/** A request as a curl line that fits and can still be pasted into a shell. */

import type { Request } from "../check/transcript.ts";
import { curlOf } from "../check/verdict/curl.ts";
import { chop, printableLine, widthOf } from "./text.ts";

/** Stands at the end of a line of a shell command that goes on in the next line (POSIX XCU §2.2.1). */
const GOES_ON = " \\";
const INDENT = "  ";

/** The arguments of a shell command as they are written. An option stays together with its value. */
function argumentsOf(command: string): string[] {
  return command.match(/(?:-[A-Za-z] )?(?:'[^']*'|\\'|[^\s'\\])+/g) ?? [command];
}

/** Breaks a shell command between its arguments; an argument that is too long is broken inside. */
export function breakCommand(command: string, columns: number): string[] {
  if (widthOf(command) <= columns) return [command];
  const room = Math.max(4, columns - GOES_ON.length);
  const lines: string[] = [];
  let line = "";
  for (const argument of argumentsOf(command)) {
    const longer = line === "" ? argument : `${line} ${argument}`;
    if (widthOf(longer) <= room) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line + GOES_ON);
    const next = lines.length === 0 ? argument : INDENT + argument;
    if (widthOf(next) <= room) {
      line = next;
      continue;
    }
    const parts = inPieces(argument, room);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? "";
  }
  return line === "" ? lines : [...lines, line];
}

/**
 * Breaks an argument over lines so that the shell joins them again. In quotes, they are closed before each break and
 * opened after it. Nothing may stand between the backslash and the line feed, or before the next piece.
 */
function inPieces(argument: string, columns: number): string[] {
  const [, option = "", value = ""] = /^(-[A-Za-z] )?(.*)$/s.exec(argument) ?? [];
  const quoted = /^'([^']*)'$/s.exec(value)?.[1];
  if (quoted === undefined) {
    const pieces = chop(argument, columns);
    return pieces.map((piece, index) => (index < pieces.length - 1 ? `${piece}\\` : piece));
  }
  const pieces = chop(quoted, Math.max(1, columns - option.length - 2));
  return pieces.map((piece, index) => {
    const last = index === pieces.length - 1;
    return `${index === 0 ? option : ""}'${piece}'${last ? "" : "\\"}`;
  });
}

/** The curl line of a request. What the tutor sends holds no tabs or line feeds; they would be shown as spaces. */
export function curlLines(request: Request, columns: number, jar = false): string[] {
  return breakCommand(printableLine(curlOf(request, undefined, jar)), columns);
}
