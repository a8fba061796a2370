import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** A snippet's app in a process of its own. */
export interface ServerProcess {
  /** Such as `http://127.0.0.1:54321`. */
  readonly address: string;
  readonly process: ChildProcess;
  /** Resolves with what the process has written to stderr as soon as that contains the text. */
  readonly complained: (text: string) => Promise<string>;
  /** Resolves with the exit code when the process has ended. */
  readonly ended: Promise<number | null>;
}

/**
 * Starts a snippet's app in a process of its own on a free port.
 *
 * @param code the snippet
 * @param use what to do with it; the process is stopped when this is done
 */
export async function inProcess<Result>(
  code: string,
  use: (server: ServerProcess) => Promise<Result>,
): Promise<Result> {
  const program = [
    `const express = require("express");`,
    code,
    `const server = app.listen(0, "127.0.0.1", () => process.send(server.address().port));`,
  ].join("\n");
  const child = spawn(process.execPath, ["--input-type=commonjs", "-e", program], {
    cwd: import.meta.dirname,
    // Under NODE_ENV=test Express keeps errors to itself.
    env: { ...process.env, NODE_ENV: "development" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const ended = once(child, "exit").then(([code]) => (typeof code === "number" ? code : null));
  let written = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (written += text));
  const complained = async (text: string) => {
    while (!written.includes(text)) await once(child.stderr ?? child, "data");
    return written;
  };
  try {
    const [port] = await once(child, "message");
    return await use({ address: `http://127.0.0.1:${port}`, process: child, complained, ended });
  } finally {
    child.kill();
    await ended;
  }
}
