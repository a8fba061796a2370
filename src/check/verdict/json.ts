/** A verdict as the JSON document that scripts rely on. */

import type {
  CheckAllDocument,
  CheckDocument,
  DiagnosisDocument,
  MoveDocument,
} from "../../base/documents.ts";
import type { NameFile } from "../../base/file-names.ts";
import type { Diagnosis } from "../diagnosis/mistake.ts";
import { exchangeLabel } from "../judge/check.ts";
import { parsed, pruned, tokensOf } from "../judge/read-transcript.ts";
import type { Move, Response } from "../transcript.ts";
import { curlOf } from "./curl.ts";
import type { Verdict } from "./verdict.ts";

function diagnosisJson({ id, title, why, fix, place }: Diagnosis, name: NameFile): DiagnosisDocument {
  const location = place && { file: name(place.file), line: place.line, column: place.column };
  return { id, title, why, fix, ...(location && { location }) };
}

/** In characters. A longer body is given as text, because as JSON each of its values would get a line. */
const LONGEST_JSON = 8 * 1024;

function bodyOf({ body }: Response): unknown {
  return body.length > LONGEST_JSON ? body : (parsed(body) ?? body);
}

/**
 * The headers as the document shows them: each is a text, but set-cookie is a list, because it may come several times.
 */
function headersOf({ headers, setCookies }: Response): Record<string, string | string[]> {
  return setCookies.length === 0 ? headers : { ...headers, "set-cookie": setCookies };
}

/** For a boot, only its outcome. */
function moveJson(move: Move): MoveDocument {
  return move.kind === "boot" ? { ...move, boot: { outcome: move.boot.outcome } } : move;
}

/** The document of one check. */
export function verdictJson(verdict: Verdict, name: NameFile): CheckDocument {
  const { step, file, passed, ms, results, diagnoses, advice, transcript } = verdict;
  const indexOf = (label: string | null) =>
    transcript.exchanges.findIndex((exchange) => exchange.label === label);
  return {
    schema: 1,
    step: step.number,
    name: step.name,
    file: name(file),
    passed,
    ms: Math.round(ms),
    checks: results.map((result) => {
      const { check, finding } = result;
      const exchange = indexOf(exchangeLabel(result));
      return {
        id: check.id,
        title: check.title,
        status: finding.status,
        ...(exchange >= 0 && { exchange }),
        ...(finding.status === "failed" && { expected: finding.expected, received: finding.received }),
      };
    }),
    diagnosis: diagnoses.map((diagnosis) => diagnosisJson(diagnosis, name)),
    advice: advice.map((diagnosis) => diagnosisJson(diagnosis, name)),
    exchanges: transcript.exchanges.map(({ actor, label, request, response, error, ms, store, stored }) => ({
      actor,
      label,
      request: { ...request, body: request.body === null ? null : (parsed(request.body) ?? request.body) },
      response: response && {
        status: response.status,
        headers: headersOf(response),
        body: bodyOf(response),
      },
      error,
      ms: Math.round(ms * 10) / 10,
      store: tokensOf(store)?.map((token) => pruned(token)) ?? null,
      stored,
      curl: curlOf(request),
    })),
    moves: transcript.moves.map(moveJson),
    output: transcript.output,
  };
}

/** The document of `check --all`. */
export function verdictsJson(verdicts: readonly Verdict[], name: NameFile): CheckAllDocument {
  const steps = verdicts.map((verdict) => verdictJson(verdict, name));
  return { schema: 1, passed: steps.every(({ passed }) => passed), steps };
}
