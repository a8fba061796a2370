/** Digests. They show whether a submission is unchanged, and whether two submissions are the same. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { extname, posix } from "node:path";
import type { Step } from "../check/step.ts";
import { slugOf, stepsOf } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import { isCode } from "./recognise.ts";
import type { Submission } from "./submission.ts";

export function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

export interface Digests {
  /** Of every file and its name. */
  content: string;
  /** Of the code alone that belongs to a step. */
  codeFor(step: Step): string;
}

/** Reads the files of a submission and digests them; what cannot be read counts as empty. */
export function digestsOf({ files }: Submission, course: Course): Digests {
  const digests = files.map(({ name, path }) => {
    try {
      return { name, digest: sha256(readFileSync(path)) };
    } catch {
      return { name, digest: "" };
    }
  });
  const slugs = stepsOf(course, "all").map(slugOf);
  return {
    content: sha256(digests.map(({ name, digest }) => `${digest} ${name}`).join("\n")),
    codeFor(step) {
      const others = slugs.filter((slug) => slug !== slugOf(step));
      const code = digests.filter(
        ({ name }) => isCode(name) && !others.includes(posix.basename(name, extname(name)).toLowerCase()),
      );
      return sha256(
        code
          .map(({ digest }) => digest)
          .sort()
          .join("\n"),
      );
    },
  };
}
