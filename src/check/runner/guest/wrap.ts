/** Replaces functions of Node, of libraries or of the program by ones that look at each call and then do the same. */

const { apply } = Reflect;

export type Method = (this: object, ...args: unknown[]) => unknown;

/** Whether a value can have members: it is an object or a function. */
export function hasMembers(value: unknown): value is Record<string, unknown> {
  return (typeof value === "object" || typeof value === "function") && value !== null;
}

/** Gives a function all that can be seen on another one: its name, its length, its members. Returns it. */
export function standIn<T extends object>(original: object, replacement: T): T {
  return Object.defineProperties(replacement, Object.getOwnPropertyDescriptors(original));
}

/** Replaces a built-in. The replacement is as visible in its object as the original. */
export function put(holder: object, name: string, value: unknown): void {
  const enumerable = Object.getOwnPropertyDescriptor(holder, name)?.enumerable ?? false;
  Object.defineProperty(holder, name, { configurable: true, enumerable, writable: true, value });
}

/** Replaces a method by a function that is given the original to call. */
export function wrap(
  holder: Record<string, unknown>,
  name: string,
  around: (original: (self: object, args: unknown[]) => unknown) => Method,
): void {
  const original = holder[name];
  if (typeof original === "function") holder[name] = around((self, args) => apply(original, self, args));
}
