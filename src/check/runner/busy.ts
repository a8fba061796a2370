/** Finds the line that a blocked program is busy with: its inspector pauses it there. */

import { SourceMap } from "node:module";
import { isAbsolute } from "node:path";
import { fileURLToPath } from "node:url";
import { isRecord } from "../../base/shape.ts";
import type { Place } from "../transcript.ts";

/** How long to wait for the program to pause, in ms. */
const PATIENCE = 1_000;

interface Script {
  url: string;
  sourceMapURL: string;
}

function pathOf(url: string): string | null {
  try {
    const path = url.startsWith("file://") ? fileURLToPath(url.replace(/\?.*$/, "")) : url;
    return isAbsolute(path) && !/[\\/]node_modules[\\/]/.test(path) ? path : null;
  } catch {
    return null;
  }
}

/** Turns a place in generated code into the place in the file as written. Line and column count from 0. */
function original(script: Script, file: string, line: number, column: number): Place {
  const data = /^data:application\/json[^,]*;base64,(.*)$/s.exec(script.sourceMapURL)?.[1];
  if (data) {
    const entry = new SourceMap(JSON.parse(Buffer.from(data, "base64").toString("utf8"))).findEntry(
      line,
      column,
    );
    if ("originalLine" in entry)
      return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  }
  return { file, line: line + 1, column: column + 1 };
}

function placeOf(frames: unknown, scripts: Map<string, Script>, own: string): Place | null {
  if (!Array.isArray(frames)) return null;
  for (const frame of frames) {
    const location = isRecord(frame) ? frame["location"] : null;
    if (!isRecord(location)) continue;
    const script = scripts.get(String(location["scriptId"]));
    const file = script ? pathOf(script.url) : null;
    if (script && file && !file.startsWith(own)) {
      return original(script, file, Number(location["lineNumber"]), Number(location["columnNumber"] ?? 0));
    }
  }
  return null;
}

/**
 * Pauses the program and says where it was, in the file as written; null where it does not pause in time, or is not in
 * a learner's file. Protocol: https://chromedevtools.github.io/devtools-protocol/v8/Debugger/
 *
 * @param address of the program's inspector (ws://…)
 * @param own a folder whose files are not the learner's, absolute
 */
export async function findBusyPlace(address: string, own: string): Promise<Place | null> {
  // Node has a WebSocket of its own only since version 22.
  const { WebSocket } = await import("undici/lib/web/websocket/websocket.js");
  const socket = new WebSocket(address);
  const scripts = new Map<string, Script>();
  try {
    return await new Promise((resolve) => {
      const late = setTimeout(() => resolve(null), PATIENCE);
      const settle = (place: Place | null) => {
        clearTimeout(late);
        resolve(place);
      };
      socket.addEventListener("error", () => settle(null));
      socket.addEventListener("open", () => {
        socket.send(JSON.stringify({ id: 1, method: "Debugger.enable" }));
        socket.send(JSON.stringify({ id: 2, method: "Debugger.pause" }));
      });
      socket.addEventListener("message", ({ data }) => {
        const message: unknown = JSON.parse(String(data));
        const params = isRecord(message) ? message["params"] : null;
        if (!isRecord(message) || !isRecord(params)) return;
        if (message["method"] === "Debugger.scriptParsed") {
          const { scriptId, url, sourceMapURL } = params;
          scripts.set(String(scriptId), { url: String(url), sourceMapURL: String(sourceMapURL ?? "") });
        }
        if (message["method"] === "Debugger.paused") settle(placeOf(params["callFrames"], scripts, own));
      });
    });
  } finally {
    socket.close();
  }
}
