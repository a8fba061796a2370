/** What kept the program from doing its work: a value with an id, until the edge prints it. */

export interface Problem {
  kind: "problem";
  id: string;
  /** One sentence: what happened. */
  message: string;
  /** What to type next. */
  next: string;
}

export function problem(id: string, message: string, next: string): Problem {
  return { kind: "problem", id, message, next };
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "problem";
}
