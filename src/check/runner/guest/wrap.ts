/** Puts a look of ours around methods of others. */

const { apply } = Reflect;

export type Method = (this: object, ...args: unknown[]) => unknown;

/** Whether members can be read of something: an object or a function. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return (typeof value === "object" || typeof value === "function") && value !== null;
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
