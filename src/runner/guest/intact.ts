/**
 * The built-ins that the guest needs, kept from before the learner's code runs: a program may patch or delete any of
 * them, by accident or not, and the guest lives in the same process.
 */

const { stringify, parse } = JSON;
const { isArray } = Array;
const { keys } = Object;

export const intact = {
  parse,
  isArray,
  keys,
  setTimeout,
  setImmediate,
  activeResources: process.getActiveResourcesInfo.bind(process),
};

/** JSON of plain data, untouched by a toJSON that somebody put on a prototype. Undefined members are left out. */
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
