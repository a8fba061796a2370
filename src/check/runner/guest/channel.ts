/** The guest's ends of the two channels: what it tells, and what it hears. See ../protocol.ts. */

import { fstatSync, writeSync } from "node:fs";
import { Socket } from "node:net";
import { FROM_GUEST, TO_GUEST } from "../protocol.ts";
import type { FromGuest, ToGuest } from "../protocol.ts";
import { intact, serialize, undisturbed } from "./intact.ts";

const write = writeSync;
const stat = fstatSync;
const { pid, platform } = process;

/** What tells this channel from a file that the program opened after it had closed the channel; null: nothing does. */
function identityOf(descriptor: number): bigint | null {
  try {
    // As bigint: on Node 20 and 22, a plain fstat of a socket makes `require` take symbolic links for folders from then on.
    return stat(descriptor, { bigint: true }).ino;
  } catch {
    return null;
  }
}

const identity = identityOf(FROM_GUEST);

let secret = "";
let closed = false;

/** From here on every line carries the secret. */
export function signMessagesWith(given: string): void {
  secret = given;
}

/** In characters: more than that does not wait for the event loop to turn. */
const MOST_WAITING = 64 * 1024;
/** Lines that go with the next. */
let waiting = "";

/** Adds a line to what waits. It starts on one of its own, whatever the program has written there. */
function add(message: FromGuest): void {
  if (closed) return;
  try {
    waiting += `\n${secret} ${undisturbed(() => serialize(message))}\n`;
  } catch {
    closed = true;
  }
}

/** Tells what waits, before it returns. Silently does nothing once the program has closed the channel. */
export function flush(): void {
  if (closed || waiting === "") return;
  try {
    if (identityOf(FROM_GUEST) !== identity) throw new Error("another file has that number now");
    const bytes = intact.toBuffer(waiting);
    waiting = "";
    let sent = 0;
    while (sent < bytes.length) {
      try {
        sent += write(FROM_GUEST, bytes, sent);
      } catch (error) {
        // Where the socket is non-blocking and full, the host is still reading.
        if (typeof error === "object" && error !== null && "code" in error && error.code === "EAGAIN")
          continue;
        throw error;
      }
    }
  } catch {
    closed = true;
  }
}

/** Tells the host something, before it returns: the program may end in the next moment. */
export function tell(message: FromGuest): void {
  add(message);
  flush();
}

/**
 * Sends a message together with the next one, at the latest when the event loop turns: each write wakes the host, and
 * that costs the program more time than all else that is done to watch it. Only for messages that the host can do
 * without: the program may be killed or caught in a loop before they go out.
 */
export function sendWithNextMessage(message: FromGuest): void {
  if (waiting === "") intact.setImmediate(flush);
  add(message);
  if (waiting.length > MOST_WAITING) flush();
}

/** Ends the program and what it started in its group: the host, which would do so, has ended. */
function endWithTheHost(): void {
  // On Windows the system itself does so: libuv puts children into a job that ends with the parent.
  if (platform !== "win32") intact.kill(-pid, "SIGKILL");
  intact.kill(pid, "SIGKILL");
}

/**
 * Hears the host. The channel does not keep the program alive, and when the host is gone, so is the program.
 * Returns what keeps it alive all the same.
 */
export function listen(hear: (message: ToGuest) => void): { hold(): void; release(): void } {
  const socket = new Socket({ fd: TO_GUEST, readable: true, writable: false });
  let rest = "";
  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => {
    rest += chunk;
    for (let end = intact.indexOf(rest, "\n"); end >= 0; end = intact.indexOf(rest, "\n")) {
      const message: ToGuest = intact.parse(intact.slice(rest, 0, end));
      rest = intact.slice(rest, end + 1);
      hear(message);
    }
  });
  // Not at "close": a program that destroys the socket itself must not look as if it had been killed.
  socket.on("end", endWithTheHost);
  socket.on("error", (error) => {
    if ("code" in error && error.code === "ECONNRESET") endWithTheHost();
  });
  return { hold: () => void socket.ref(), release: () => void socket.unref() };
}
