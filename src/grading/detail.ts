/** What a teacher reads of a verdict: the cause in words, the code that it points at, and what was said. */

import { readFileSync } from "node:fs";
import type { NameFile } from "../base/file-names.ts";
import type { Verdict } from "../check/verdict/verdict.ts";
import { codeFrame } from "../drawing/code-frame.ts";
import { drawTranscript } from "../drawing/diagram.ts";
import { drawScene } from "../drawing/scene-diagram.ts";
import { sceneOf } from "../drawing/scene.ts";
import { named, tokenNames } from "../drawing/token-names.ts";
import type { Detail } from "./row.ts";

const CANVAS = { width: 80, color: false, unicode: true, links: false };
/** In lines, because an app may get a hundred requests. */
const LONGEST_DIAGRAM = 120;

function sourceOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** @param nameFile gives files the names that the student knows */
export function detailOf(verdict: Verdict, nameFile: NameFile, rename: (text: string) => string): Detail {
  const { step, transcript, results, diagnoses, advice } = verdict;
  const [cause] = verdict.passed ? advice : diagnoses;
  const nameTokens =
    step.part === "one" ? (text: string) => text : tokenNames(sceneOf(transcript, results).exchanges);
  const { title, why, fix } = cause ? named(cause, nameTokens) : { title: "", why: "", fix: "" };
  const place = cause?.place ?? null;
  const source = place === null ? null : sourceOf(place.file);
  const draw = step.part === "one" ? drawTranscript : drawScene;
  const diagram =
    transcript.exchanges.length > 0 ? draw(transcript, results, CANVAS).trimEnd().split("\n") : [];
  return {
    title: rename(title),
    why: rename(why),
    fix: rename(fix),
    place: place && `${nameFile(place.file)}:${place.line}:${place.column}`,
    frame: place === null || source === null ? [] : codeFrame(source, place, CANVAS),
    diagram: diagram.slice(0, LONGEST_DIAGRAM).map((line) => rename(line).trimEnd()),
  };
}
