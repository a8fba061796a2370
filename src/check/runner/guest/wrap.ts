/** Puts a look of ours around methods of others. */

const { apply } = Reflect;

export type Method = (this: object, ...args: unknown[]) => unknown;

/** Whether members can be read of something: an object or a function. */
export function hasMembers(value: unknown): value is Record<string, unknown> {
  return (typeof value === "object" || typeof value === "function") && value !== null;
}

/** Gives a function all that is to be seen on another: its name, its length, what hangs on it. Returns it. */
export function standIn<T extends object>(original: object, replacement: T): T {
  return Object.defineProperties(replacement, Object.getOwnPropertyDescriptors(original));
}

/** Puts something in the place of a built-in, as visible as that is. */
export function put(holder: object, name: string, value: unknown): void {
  const enumerable = Object.getOwnPropertyDescriptor(holder, name)?.enumerable ?? false;
  Object.defineProperty(holder, name, { configurable: true, enumerable, writable: true, value });
}

/** Replaces a method by one that is given the original to call. */
export function wrap(
  holder: Record<string, unknown>,
  name: string,
  around: (original: (self: object, args: unknown[]) => unknown) => Method,
): void {
  const original = holder[name];
  if (typeof original === "function") holder[name] = around((self, args) => apply(original, self, args));
}
