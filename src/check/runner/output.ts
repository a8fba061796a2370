/** Keeps what a program prints: all of it, or else its beginning and its end. */

import { StringDecoder } from "node:string_decoder";
import type { Output } from "../transcript.ts";

const HEAD = 16 * 1024;
const TAIL = 16 * 1024;

export class OutputKeeper {
  readonly #decoders = { stdout: new StringDecoder("utf8"), stderr: new StringDecoder("utf8") };
  readonly #head: Output[] = [];
  #tail: Output[] = [];
  #headSize = 0;
  #tailSize = 0;
  #dropped = 0;

  /** Takes a chunk as it comes. Bytes that are not UTF-8 become U+FFFD. */
  take(stream: "stdout" | "stderr", chunk: Buffer): void {
    // Only what can be kept is decoded, so that a flood costs little.
    let rest = chunk;
    if (this.#headSize < HEAD) {
      const first = rest.subarray(0, HEAD - this.#headSize);
      this.#headSize += first.length;
      this.#add(this.#head, stream, this.#decoders[stream].write(first));
      rest = rest.subarray(first.length);
    }
    if (rest.length === 0) return;
    if (rest.length > TAIL) {
      this.#dropped += rest.length - TAIL;
      rest = rest.subarray(rest.length - TAIL);
    }
    const text = this.#decoders[stream].write(rest);
    this.#add(this.#tail, stream, text);
    this.#tailSize += text.length;
    while (this.#tailSize > 2 * TAIL && this.#tail.length > 1) {
      const gone = this.#tail.shift()?.text.length ?? 0;
      this.#tailSize -= gone;
      this.#dropped += gone;
    }
    const only = this.#tail[0];
    if (only && this.#tailSize > 2 * TAIL) {
      this.#dropped += only.text.length - TAIL;
      this.#tail = [{ stream: only.stream, text: only.text.slice(-TAIL) }];
      this.#tailSize = TAIL;
    }
  }

  #add(list: Output[], stream: "stdout" | "stderr", text: string): void {
    if (text === "") return;
    const last = list.at(-1);
    if (last?.stream === stream) last.text += text;
    else list.push({ stream, text });
  }

  /** What was printed, in order. Where something was left out, a note says so. */
  read(): Output[] {
    const gap: Output[] =
      this.#dropped > 0 ? [{ stream: "stderr", text: `\n… ${this.#dropped} characters left out …\n` }] : [];
    return [...this.#head, ...gap, ...this.#tail].map((part) => ({ ...part }));
  }
}
