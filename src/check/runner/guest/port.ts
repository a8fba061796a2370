/**
 * Which ports Node refuses when `listen` gets them. A program that names such a port has to see the error here, too.
 */

const { get } = Reflect;

/** Whether `listen` throws ERR_SOCKET_BAD_PORT for its first argument (https://nodejs.org/api/errors.html#err_socket_bad_port). */
export function isBadPort(first: unknown): boolean {
  const port: unknown = typeof first === "object" && first !== null ? get(first, "port") : first;
  // A text that is not a number is the path of a socket.
  const number = typeof port === "string" && port.trim() !== "" ? Number(port) : port;
  if (typeof number !== "number" || (typeof port === "string" && Number.isNaN(number))) return false;
  return !Number.isInteger(number) || number < 0 || number > 65_535;
}
