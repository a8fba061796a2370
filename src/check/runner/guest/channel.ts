/** The guest's ends of the two channels to the host: one to tell, one to hear. See ../protocol.ts. */

import { fstatSync, writeSync } from "node:fs";
import { Socket } from "node:net";
import { FROM_GUEST, TO_GUEST } from "../protocol.ts";
import type { FromGuest, ToGuest } from "../protocol.ts";
import { intact, serialize, undisturbed } from "./intact.ts";

const write = writeSync;
const stat = fstatSync;
const { pid, platform } = process;

/**
 * The inode number of the channel. It shows whether the descriptor is still the channel's: a program may close it and
 * then open a file. null: the descriptor is closed.
 */
function identityOf(descriptor: number): bigint | null {
  try {
    // As bigint: on Node 20 and 22, a plain fstat of a socket makes `require` take symbolic links for folders from then
    // on.
    return stat(descriptor, { bigint: true }).ino;
  } catch {
    return null;
  }
}

const identity = identityOf(FROM_GUEST);

let secret = "";
let closed = false;

/** From now on, every line begins with the secret. */
export function signMessagesWith(given: string): void {
  secret = given;
}

/** In characters. With more than that, the lines are sent at once. */
const MOST_WAITING = 64 * 1024;
/** Lines that will be sent together with the next message. */
let waiting = "";

/**
 * Adds a message to the lines that wait. It begins with a line feed, because the program may have written to the
 * channel.
 */
function add(message: FromGuest): void {
  if (closed) return;
  try {
    waiting += `\n${secret} ${undisturbed(() => serialize(message))}\n`;
  } catch {
    closed = true;
  }
}

/** Sends the lines that wait, before it returns. Does nothing once the program has closed the channel. */
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
        // The socket is non-blocking and full: the host is still reading, so try again.
        if (typeof error === "object" && error !== null && "code" in error && error.code === "EAGAIN")
          continue;
        throw error;
      }
    }
  } catch {
    closed = true;
  }
}

/** Sends a message to the host before it returns, because the program may end in the next moment. */
export function tell(message: FromGuest): void {
  add(message);
  flush();
}

/**
 * Sends a message together with the next one, at the latest when the event loop turns. Each write wakes the host, and
 * that costs the program more time than all the other watching. Only for messages that the host can do without: if the
 * program is killed or caught in an endless loop, they are never sent.
 */
export function sendWithNextMessage(message: FromGuest): void {
  if (waiting === "") intact.setImmediate(flush);
  add(message);
  if (waiting.length > MOST_WAITING) flush();
}

/** Ends the program and what it started in its group, because the host that would do so has ended. */
function endWithTheHost(): void {
  // On Windows the system does this itself: libuv puts children into a job that ends with the parent.
  if (platform !== "win32") intact.kill(-pid, "SIGKILL");
  intact.kill(pid, "SIGKILL");
}

/**
 * Listens to the host. The channel alone does not keep the program alive. When the host has gone, the program ends,
 * too.
 *
 * @returns `hold` keeps the program alive, `release` no longer does
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
