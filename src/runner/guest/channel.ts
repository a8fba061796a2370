/** The guest's end of file descriptor 3. */

import { writeSync } from "node:fs";
import { Socket } from "node:net";
import type { FromGuest, ToGuest } from "../protocol.ts";
import { intact, serialize } from "./intact.ts";

const CHANNEL = 3;
const write = writeSync;
const kill = process.kill.bind(process);
const pid = process.pid;

let secret = "";
let closed = false;

/** From here on every line carries the secret. */
export function speakAs(given: string): void {
  secret = given;
}

/**
 * Tells the host something, before it returns: the program may end in the next moment.
 * Silently does nothing once the program has closed the channel.
 */
export function tell(message: FromGuest): void {
  if (closed) return;
  const line = Buffer.from(`${secret} ${serialize(message)}\n`);
  let sent = 0;
  while (sent < line.length) {
    try {
      sent += write(CHANNEL, line, sent);
    } catch (error) {
      // The socket is non-blocking: while it is full, the host is still reading.
      if (error instanceof Error && "code" in error && error.code === "EAGAIN") continue;
      closed = true;
      return;
    }
  }
}

/**
 * Hears the host. The channel does not keep the program alive, and when the host is gone, so is the program.
 * Returns what keeps it alive all the same.
 */
export function listen(hear: (message: ToGuest) => void): { hold(): void; release(): void } {
  const socket = new Socket({ fd: CHANNEL, readable: true, writable: false });
  let rest = "";
  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => {
    rest += chunk;
    for (let end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n")) {
      const message: ToGuest = intact.parse(rest.slice(0, end));
      rest = rest.slice(end + 1);
      hear(message);
    }
  });
  socket.on("error", () => {});
  socket.on("close", () => kill(pid, "SIGKILL"));
  return { hold: () => void socket.ref(), release: () => void socket.unref() };
}
