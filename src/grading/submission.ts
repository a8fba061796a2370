/** A submission: what one student has handed in, as it lies on the disk. Plain data. */

/** A file of a submission. */
export interface HandedInFile {
  /** Where it lies, absolute. */
  path: string;
  /** As the student named it: relative to the submission, with forward slashes. */
  name: string;
  /** In bytes. */
  size: number;
}

/** Something that lies where a file should and is none that can be read. */
export interface OddEntry {
  /** Relative to the submission, with forward slashes. */
  name: string;
  /** What it is, as the end of a sentence: "is a link that leads out of the submission". */
  is: string;
}

/** What a submission was recognised by. */
export type Shape = "folder" | "file" | "workspace" | "clone" | "Moodle" | "Canvas" | "Gradescope";

export interface Submission {
  /** What the shape gives: the number of Moodle, Canvas or Gradescope, else the name of the folder or file. */
  id: string;
  /** The student's name as far as the shape tells; else the id. */
  name: string;
  /** What a roster may know the student by besides the id. */
  aliases: readonly string[];
  shape: Shape;
  /** Handed in after the deadline, as far as the shape tells. */
  late: boolean;
  /** Where it lies in what was named on the command line: relative, with forward slashes. */
  place: string;
  files: readonly HandedInFile[];
  odd: readonly OddEntry[];
  /** Why nothing in it can be graded, as a sentence; null where something may be. */
  trouble: { status: "ambiguous" | "unreadable"; why: string } | null;
}
