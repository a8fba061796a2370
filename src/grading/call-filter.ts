/**
 * A filter of system calls for a program that inherits a socket of the host's: with `connect` it could make of that a way
 * out of its own network. In the form that the kernel takes: https://docs.kernel.org/userspace-api/seccomp_filter.html
 */

/** The numbers of an architecture's calls (asm/unistd.h of each), and its own (linux/audit.h). */
interface Calls {
  audit: number;
  connect: number;
  sendto: number;
  sendmsg: number;
  sendmmsg: number;
}

const CALLS: Readonly<Record<string, Calls>> = {
  x64: { audit: 0xc000003e, connect: 42, sendto: 44, sendmsg: 46, sendmmsg: 307 },
  arm64: { audit: 0xc00000b7, connect: 203, sendto: 206, sendmsg: 211, sendmmsg: 269 },
};
/** The same everywhere. It does all of these calls unseen. */
const IO_URING_SETUP = 425;
/** Calls from here on are the same ones by other numbers, on x64 alone. */
const OTHER_NUMBERS = 0x40000000;
const MSG_FASTOPEN = 0x20000000;

/** Codes of instructions, linux/bpf_common.h: load a word, jump on equal, on greater or equal, on a bit, return. */
const [LOAD, EQUAL, FROM, BIT, RETURN] = [0x20, 0x15, 0x35, 0x45, 0x06];
/** Where in `struct seccomp_data` the call's number, the architecture and the argument are. */
const [NUMBER, ARCHITECTURE] = [0, 4];
const argument = (index: number) => 16 + 8 * index;

const ALLOW = 0x7fff0000;
const refuse = (error: number) => 0x00050000 + error;
const [EPERM, ENOSYS, ENETUNREACH] = [1, 38, 101];

type Instruction = readonly [code: number, value: number, ifSo?: number, ifNot?: number];

/** @param architecture as in process.arch; null comes back for one whose calls are not known here */
export function callFilter(architecture: string): Buffer | null {
  const calls = CALLS[architecture];
  if (!calls) return null;
  /** Refuses a call where the argument says that it connects, too. */
  const withoutConnecting = (call: number, flags: number): Instruction[] => [
    [EQUAL, call, 0, 4],
    [LOAD, argument(flags)],
    [BIT, MSG_FASTOPEN, 0, 1],
    [RETURN, refuse(ENETUNREACH)],
    [RETURN, ALLOW],
  ];
  const program: Instruction[] = [
    [LOAD, ARCHITECTURE],
    [EQUAL, calls.audit, 1, 0],
    [RETURN, refuse(EPERM)],
    [LOAD, NUMBER],
    [FROM, OTHER_NUMBERS, 0, 1],
    [RETURN, refuse(EPERM)],
    [EQUAL, calls.connect, 0, 1],
    [RETURN, refuse(ENETUNREACH)],
    [EQUAL, IO_URING_SETUP, 0, 1],
    [RETURN, refuse(ENOSYS)],
    ...withoutConnecting(calls.sendto, 3),
    ...withoutConnecting(calls.sendmsg, 2),
    ...withoutConnecting(calls.sendmmsg, 3),
    [RETURN, ALLOW],
  ];
  const bytes = Buffer.alloc(8 * program.length);
  for (const [at, [code, value, ifSo = 0, ifNot = 0]] of program.entries()) {
    bytes.writeUInt16LE(code, 8 * at);
    bytes.writeUInt8(ifSo, 8 * at + 2);
    bytes.writeUInt8(ifNot, 8 * at + 3);
    bytes.writeUInt32LE(value, 8 * at + 4);
  }
  return bytes;
}
