/**
 * What each id claims of a program: at least one of `must` fails, all of `holds` hold, and nothing fails that is neither in
 * `must` nor in `may` (what follows from it, and what an id leaves open; "*" where nearly all may follow). See facts-8-10.mjs for the facts.
 */

/** A right program may end the person's other logins at reuse: that is advice. */
const free = ["reuseSparesOwnOthers"];
const claim = (must, may = [], holds = []) => ({ must, may: [...free, ...may], holds });

const reuse = ["reuseFirst", "reuseSecond"];
const trouble = ["no5xx", "answers", "livesOn", "oneAnswer"];

export const claims = {
  right: claim([]),

  // Advice: the program passes.
  "reuse-ends-all-logins": { must: ["reuseSparesOwnOthers"], may: [] },
  "expired-kept": claim([]),

  // Step 8
  "token-stored-plain": claim(
    ["storePlain", "storeHalves"],
    ["storePlain", "storeHalves", "storeEncoded"],
    ["renews", "storedAccepted"],
  ),
  "token-stored-encoded": claim(["storeEncoded"], [], ["renews", "storePlain"]),
  "stored-value-accepted": claim(["storedAccepted"], [], ["renews", "storePlain", "storeEncoded"]),
  "hash-cut-off": claim(
    ["wholeToken", "digestWhole"],
    ["tampered", "storedAccepted", "rotationRefusalHarmless", "logoutEnds", "othersStay", "digestWhole"],
    ["renews", "storePlain"],
  ),
  "hash-not-repeatable": claim(["renews"], [], ["login", "storePlain"]),
  "hash-without-lookup": claim(["renews"], ["storedAccepted"], ["login", "storePlain"]),

  // Step 9
  "rotation-missing": claim(["rotationNew"], [], ["renews"]),
  "rotation-same-token": claim(["rotationNew"], [], ["renews"]),
  "rotation-keeps-old": claim(["rotationOldRefused"], [...reuse, "raceOneLives"], ["rotationNewWorks"]),
  "rotation-new-not-stored": claim(["rotationNewWorks"], ["rotationOldRefused"], ["rotationNew"]),
  "rotation-drops-others": claim(
    ["rotationOthersStay"],
    ["othersStay", "rotationRefusalHarmless", "reuseSparesOthers", "logoutTwiceHarmless"],
    ["rotationNewWorks"],
  ),
  "rotation-on-refusal": claim(["rotationRefusalHarmless"], [], ["rotationNewWorks", "rotationOthersStay"]),
  "rotation-drops-expiry": claim(["rotatedEnds"], [], ["refreshEnds"]),
  "logout-misses-rotated": claim(
    ["rotationLogout"],
    ["logoutTwiceHarmless"],
    ["logoutEnds", "rotationNewWorks"],
  ),

  // Step 10
  "reuse-undetected": claim(reuse, [], ["rotationOldRefused"]),
  "reuse-shallow": claim(["reuseFirst"], [], ["reuseSecond"]),
  "reuse-ends-everybody": claim(["reuseSparesOthers"], [], ["reuseFirst", "reuseSecond", "unknownHarmless"]),
  "unknown-ends-somebody": claim(
    ["unknownHarmless"],
    ["rotationRefusalHarmless", "othersStay"],
    ["reuseFirst", "reuseSecond"],
  ),
  "race-two-live": claim(["raceOneLives"], [], ["reuseFirst", "reuseSecond", "no5xx"]),
  "reuse-hits-logout": claim(["logoutTwiceHarmless"], [], ["reuseFirst", "reuseSecond"]),

  // General ones
  "handler-throws": claim(["no5xx"], ["*"]),
  "handler-hangs": claim(["answers"], ["*"]),
  "crash-in-handler": claim(["livesOn"], ["*"]),
  "double-response": claim(
    ["oneAnswer"],
    ["no5xx", "livesOn", "answers", "unknown", "tampered", "logoutEnds", "rotationOldRefused", ...reuse],
  ),
  "missing-json-parser": claim(["login", "renews"], trouble),
  "missing-field": claim(["login", "renews"]),
  "wrong-field-name": claim(["login", "renews", "me", "rotationNew"]),
  "route-missing": claim(
    ["renews", "logout204", "me"],
    ["wholeToken", "rotationLogout", "meRefuses", "logoutEnds"],
  ),
  "wrong-status": claim(["logout204"], ["rotationLogout"]),
  "logout-keeps-token": claim(["logoutEnds"], ["wholeToken", "rotationLogout"]),
  "logout-clears-everything": claim(
    ["othersStay"],
    ["wholeToken", "rotationOthersStay", "logoutTwiceHarmless"],
    ["logoutEnds"],
  ),
  "splice-minus-one": claim(["othersStay"], ["logoutTwiceHarmless"], ["logoutEnds"]),
  "filter-inverted": claim(
    ["logoutEnds"],
    ["othersStay", "wholeToken", "rotationLogout", "logoutTwiceHarmless"],
  ),
  "token-ignores-store": claim(
    ["unknown", "logoutEnds"],
    [
      "raceOneLives",
      "tampered",
      "wholeToken",
      "rotationOldRefused",
      "rotationLogout",
      "storedAccepted",
      ...reuse,
    ],
  ),
  "const-reassigned": claim(
    ["no5xx"],
    ["logout204", "logoutEnds", "wholeToken", "renews", "rotationLogout", "rotationOldRefused", ...reuse],
  ),

  // Steps 5 to 7
  "tokens-from-math-random": claim(["unguessable"]),
  "tokens-from-clock": claim(["unguessable"], ["differ"]),
  "jwt-without-id": claim(
    ["differ"],
    ["rotationNew", "rotationOldRefused", "rotationOthersStay", "wholeToken", "logoutTwiceHarmless"],
  ),
  "tokens-too-short": claim([]),
  "stores-another-token": claim(["renews"]),
  "accepts-prefix": claim(["tampered"], ["wholeToken"]),
  "me-ignores-token": claim(["me", "meRefuses"], ["unforgeable", "accessEnds", "meRenewed"]),
  "me-decodes-only": claim(["unforgeable"], ["accessEnds"], ["me"]),
  "me-accepts-refresh-token": claim(["meRefuses"], [], ["me", "unforgeable"]),
  "me-wrong-user": claim(["me"], ["meRenewed"]),
  "bearer-not-read": claim(["me"]),
  "weak-secret": claim(["keySecret"]),
  "secret-in-source": claim(["keySecret"]),
  "access-never-ends": claim(["accessEnds"]),
  "access-ends-late": claim(["accessEnds"]),
  "access-ends-early": claim(["accessLasts"]),
  "access-in-wrong-unit": claim(["accessEnds", "accessLasts"]),
  "renewal-without-user": claim(["meRenewed"], ["accessEnds"], ["me"]),
  "refresh-never-ends": claim(["refreshEnds"], ["rotatedEnds"]),
  "refresh-ends-late": claim(["refreshEnds"], ["rotatedEnds"]),
  "refresh-ends-early": claim(["refreshLasts"], ["rotatedEnds"]),
  "expiry-in-wrong-unit": claim(["refreshEnds", "refreshLasts", "renews"], ["rotatedEnds", "refreshLasts"]),
  "expiry-not-checked": claim(["refreshEnds"], ["rotatedEnds"]),
};
