/**
 * The built-ins that the guest needs, as they were before the learner's code ran. The guest lives in the same process
 * as the program, and a program may change or delete any built-in, on purpose or not.
 */

const { stringify, parse } = JSON;
const { isArray } = Array;
const { keys, getOwnPropertyDescriptor, defineProperty } = Object;
const { apply, deleteProperty } = Reflect;
const { slice, indexOf } = String.prototype;

export const intact = {
  parse,
  isArray,
  keys,
  setTimeout,
  clearTimeout,
  setImmediate,
  nextTick: process.nextTick.bind(process),
  queueMicrotask,
  // A program may have set Date or performance to a fixed time, and then a deadline would never come.
  now: performance.now.bind(performance),
  toBuffer: Buffer.from.bind(Buffer),
  cpuUsage: process.cpuUsage.bind(process),
  kill: process.kill.bind(process),
  activeResources: process.getActiveResourcesInfo.bind(process),
  slice: (text: string, start: number, end?: number): string => apply(slice, text, [start, end]),
  indexOf: (text: string, part: string): number => apply(indexOf, text, [part]),
};

/** JSON of plain data, even if the program has put a toJSON on a prototype. Undefined members are left out. */
export function serialize(value: unknown): string {
  if (typeof value !== "object" || value === null) return stringify(value) ?? "null";
  let text = "";
  if (isArray(value)) {
    for (let i = 0; i < value.length; i++) text += (i ? "," : "") + serialize(value[i]);
    return `[${text}]`;
  }
  const record: Record<string, unknown> = { ...value };
  const names = keys(record);
  for (let i = 0; i < names.length; i++) {
    const name = names[i] ?? "";
    if (record[name] === undefined) continue;
    text += `${text ? "," : ""}${stringify(name)}:${serialize(record[name])}`;
  }
  return `{${text}}`;
}

const disturbable: readonly object[] = [
  Object.prototype,
  Array.prototype,
  String.prototype,
  Number.prototype,
];

/**
 * Does something while no prototype has a toJSON of the program's, because Node's inspector session uses
 * JSON.stringify, too. A toJSON that cannot be removed stays.
 */
export function undisturbed<T>(work: () => T): T {
  const saved: [object, PropertyDescriptor][] = [];
  for (let i = 0; i < disturbable.length; i++) {
    const holder = disturbable[i];
    const own = holder && getOwnPropertyDescriptor(holder, "toJSON");
    if (holder && own && deleteProperty(holder, "toJSON")) saved[saved.length] = [holder, own];
  }
  try {
    return work();
  } finally {
    for (let i = 0; i < saved.length; i++) {
      const entry = saved[i];
      if (entry) defineProperty(entry[0], "toJSON", entry[1]);
    }
  }
}
