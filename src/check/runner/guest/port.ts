/** Which ports Node refuses, in what `listen` is given: a program that names one has to hear of it here, too. */

const { get } = Reflect;

/** Whether `listen` throws ERR_SOCKET_BAD_PORT for its first argument (https://nodejs.org/api/errors.html#err_socket_bad_port). */
export function isBadPort(first: unknown): boolean {
  const port: unknown = typeof first === "object" && first !== null ? get(first, "port") : first;
  // A text that is no number is the path of a socket.
  const number = typeof port === "string" && port.trim() !== "" ? Number(port) : port;
  if (typeof number !== "number" || (typeof port === "string" && Number.isNaN(number))) return false;
  return !Number.isInteger(number) || number < 0 || number > 65_535;
}
