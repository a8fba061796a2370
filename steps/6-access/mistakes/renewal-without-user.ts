/** The access token that a renewal gives has no name in it, or is not one. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { declarationBehind, fieldsAnswered, makingOf, within } from "../../../src/check/source/making.ts";
import { child, list, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { keepingsOf } from "../../../src/course/token-code.ts";
import { isOwnAnswer } from "../../../src/course/mistakes/pattern.ts";
import { isGood } from "../../../src/course/sessions.ts";
import { isLetIn, usernameIn } from "./asking.ts";

const PERSON = /user|name|sub|owner|who|uid|mail|account|person/i;

/**
 * Where a login keeps a record without the person, while the renewal reads that member of it; null where some record has a
 * member of that name, or the source does not show it.
 */
function recordWithoutPerson({ source }: Evidence): Found | null {
  const made = makingOf(source, fieldsAnswered(source, "POST", "/token", "accessToken"));
  const read = within(made, (node) => node.type === "MemberExpression" && PERSON.test(nameOf(node) ?? ""));
  const isOfRequest = ({ node }: Found) =>
    /^(body|req|request|env)$/.test(nameOf(child(node, "object")) ?? "");
  const names = read.filter((one) => !isOfRequest(one)).flatMap(({ node }) => nameOf(node) ?? []);
  const isWritten = (node: Node) => {
    const key = child(node, "key") ?? child(node, "left");
    return key !== null && names.includes(nameOf(key) ?? "") && node.type !== "MethodDefinition";
  };
  if (names.length === 0) return null;
  const keepings = keepingsOf(source, ["/login"]);
  const records = within(keepings, (node) => node.type === "ObjectExpression");
  const [record] = records;
  const keys = records.flatMap(({ node }) => list(node, "properties"));
  const isOpen = keys.some((one) => one.type !== "Property" || PERSON.test(nameOf(child(one, "key")) ?? ""));
  return record && !isOpen && within(records, isWritten).length === 0 ? record : null;
}

export const renewalWithoutUser: Mistake = {
  id: "renewal-without-user",
  find(evidence) {
    const { transcript, source } = evidence;
    const label = isAbout(evidence, "me-answers-renewed")
      ? "me-after-renewal"
      : isAbout(evidence, "access-renewed")
        ? "me-renewed-after-61-minutes"
        : null;
    const exchange = label === null ? null : exchangeOf(transcript, label);
    // Where that renewal was refused, there is no new access token to speak of.
    if (label === "me-renewed-after-61-minutes" && !isGood(exchangeOf(transcript, "renew-after-61-minutes")))
      return null;
    if (!exchange || !isOwnAnswer(evidence, exchange)) return null;
    if (!isLetIn(exchangeOf(transcript, "me-ada"))) return null;
    const status = exchange.response?.status ?? 0;
    const letIn = isLetIn(exchange);
    const name = usernameIn(exchange);
    if (letIn && name !== undefined && name !== null && name !== "") return null;
    if (!letIn && status >= 500) return null;
    const record = recordWithoutPerson(evidence);
    if (record) {
      return {
        title: "The store does not remember whose a refresh token is",
        why: "Ada renewed, and her new access token names nobody. The request to /token brings a refresh token and no name. What login keeps here has no member for the person, so a renewal cannot know who it is.",
        fix: "Keep the name beside the token, under the name by which the renewal reads it.",
        place: placeOfFound(record),
      };
    }
    const [field] = fieldsAnswered(source, "POST", "/token", "accessToken");
    return {
      title: "The access token of a renewal says nothing about whose it is",
      why: letIn
        ? "Ada renewed, and asked GET /me with the new access token: the answer has no username. The request to /token brings a refresh token and no name, so the store has to remember whose it is."
        : "Ada renewed, and GET /me refuses the access token that she got: it is another kind than the one that login gives out, or it names nobody.",
      fix: "Let the store remember for each refresh token whose it is, and make the new access token as login does, for that person.",
      place:
        firstPlace(field && declarationBehind(source, field), field) ??
        answeredAt(exchangeOf(transcript, "renew")),
    };
  },
};
