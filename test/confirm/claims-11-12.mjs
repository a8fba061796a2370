/**
 * What a program of each id must do, as facts of trial-11-12.mjs: `must` fail, `may` fail as a consequence, and
 * everything else holds. A claim returns the sentences that are not so.
 */

const matches = (pattern, name) => (pattern instanceof RegExp ? pattern.test(name) : pattern === name);
const restart = /^(restart|third|rotated-away|logged-out|reused)-/;
/** What fails when no renewal is good. */
const noRenewal =
  /^(renew-good|me-after-renewal|rotation-new|rotation-new-works|rotation-others-stay|others-stay|reuse-spares-others|unknown-harmless|logout-twice-harmless|renewal-after-access|refresh-lasts|cookie-renews|cookie-found|cookie-rotated|restart-.*|third-.*|rotated-away-others|logged-out-others|reused-others)$/;

function fails(must, may = [], more = () => []) {
  return (given) => {
    const names = [...given.failed.keys()];
    return [
      ...must
        .filter((pattern) => !names.some((name) => matches(pattern, name)))
        .map((pattern) => `${pattern} does not fail`),
      ...names
        .filter((name) => ![...must, ...may].some((pattern) => matches(pattern, name)))
        .map((name) => `${name}: ${given.failed.get(name)}`),
      ...more(given),
    ];
  };
}

const holdsAll = (more) => fails([], [], more);
const saw =
  (pattern) =>
  ({ facts }) =>
    pattern.test(facts.output) ? [] : [`it did not write ${pattern}`];
/** What an advice is about is so. */
const falls =
  (name) =>
  ({ facts }) =>
    facts[`also ${name}`] === true ? [`also ${name} holds`] : [];
/** What a gentle end, which lets every timer and write finish, loses or keeps. */
const gentlyLost =
  (...names) =>
  ({ facts }) =>
    names.filter((name) => facts[`gentle ${name}`] === true).map((name) => `${name} is kept by a gentle end`);
const gentlyKept = ({ facts }) =>
  ["restart-login-lives", "restart-older-lives", "restart-access"]
    .filter((name) => facts[`gentle ${name}`] !== true)
    .map((name) => `${name} is lost by a gentle end, too`);
const cookieDropped = ({ facts }) => (facts.cookieName ? [`a browser keeps ${facts.cookieName}`] : []);

export const CLAIMS = {
  right: holdsAll(),

  // 11
  "lost-on-restart": fails([/^restart-/], [restart], ({ facts }) =>
    facts["gentle restart-login-lives"] !== true || facts["gentle restart-access"] !== true
      ? []
      : ["a gentle end keeps it"],
  ),
  "saved-late": fails([restart], [restart, "boots-again"], gentlyKept),
  "logout-not-saved": fails(["logged-out-refused"], [], gentlyLost("logged-out-refused")),
  "rotation-not-saved": fails([/^(rotated-away-refused|third-renewal-lives)$/], [restart], ({ facts }) => [
    ...["restart-login-lives", "restart-older-lives", "logged-out-refused"].filter(
      (name) => facts[name] !== true,
    ),
    ...gentlyLost("rotated-away-refused")({ facts }),
  ]),
  "reuse-not-saved": fails(
    [/^(reused-refused|restart-reuse-detected)$/],
    ["rotated-away-reuse", "third-ended"],
    ({ facts }) =>
      facts["gentle reused-refused"] === true && facts["gentle restart-reuse-detected"] === true
        ? ["a gentle end keeps it"]
        : [],
  ),
  "key-changes-on-restart": fails([/^restart-(access|login-lives)$/], [restart], ({ facts }) =>
    facts["gentle restart-access"] === true && facts["gentle restart-login-lives"] === true
      ? ["a gentle end keeps it"]
      : [],
  ),
  "second-boot-crashes": fails(["boots-again"]),
  "file-overwritten-at-start": fails(["boot-leaves-files", "restart-login-lives"], [restart]),

  // 12
  "cookie-missing": fails(
    ["cookie-holds-token"],
    [
      "body-holds-none",
      "login-refresh",
      "unknown-refused",
      "logout-ends",
      "cookie-found",
      "tokens-differ",
      noRenewal,
    ],
    cookieDropped,
  ),
  "token-in-body-too": fails(["body-holds-none"]),
  "cookie-readable": fails(["cookie-httponly"]),
  "cookie-insecure": fails(["cookie-secure"]),
  "cookie-cross-site": fails(["cookie-samesite"]),
  "cookie-not-read": fails(["cookie-found", "cookie-renews"], [noRenewal]),
  "cookie-not-rotated": fails(["cookie-rotated"], ["rotation-new", noRenewal, /^reuse-|^race-/]),
  "cookie-not-cleared": fails(["cookie-cleared"]),
  "cookie-path-misses": fails(
    [/^cookie-sent-to-/],
    [noRenewal, "cookie-cleared", "logout-ends", "third-ended", "logged-out-refused"],
  ),
  "answers-cacheable": fails([/^(login|token)-not-stored$/], ["login-not-stored", "token-not-stored"]),
  "origin-open": fails([/^origin-(like-)?closed$/], ["origin-closed", "origin-like-closed"]),

  // general
  "handler-throws": (given) =>
    [given.facts["login-good"], given.facts["renew-good"], given.facts["cookie-renews"]].some((fact) =>
      /^500|error/.test(fact),
    )
      ? []
      : ["nothing answers 500"],
  "handler-hangs": (given) => (/timeout/.test(given.facts["login-good"]) ? [] : ["login answers"]),
  "wrong-status": fails(["logout-204"]),
  "missing-json-parser": fails(["me-answers"], [/./], ({ facts }) =>
    facts["login-good"] === true ? [] : [`login: ${facts["login-good"]}`],
  ),
  "crash-on-start": fails(["boots"]),
  "crash-in-handler": (given) =>
    given.failed.size > 0 && /Error/.test(given.facts.output) ? [] : ["it does not crash"],
  "double-response": (given) => saw(/ERR_HTTP_HEADERS_SENT|headers after they are sent/)(given),
  "route-missing": fails(["me-answers"], [/./], ({ facts }) =>
    /404/.test(facts["me-answers"]) ? [] : ["/me is there"],
  ),

  // 5 to 10
  "weak-secret": fails(["access-key-weak"], ["access-key-in-source"]),
  "secret-in-source": fails(["access-key-in-source"]),
  "access-never-ends": fails(["access-ends"]),
  "me-decodes-only": fails(["access-unforgeable"], ["access-alg-none", "access-key-weak"]),
  "me-accepts-refresh-token": fails(["me-refuses-refresh"]),
  "refresh-never-ends": fails(["refresh-ends", "rotated-ends"]),
  "expiry-in-wrong-unit": fails(
    [/^(refresh-lasts|refresh-ends)$/],
    ["rotated-ends", "renewal-after-access", "me-after-renewal"],
  ),
  "token-stored-plain": fails(["store-opens-nothing", "stored-opens-nothing"]),
  "token-stored-encoded": fails(["store-opens-nothing"]),
  "rotation-keeps-old": fails(
    ["rotation-old-refused"],
    [/^reuse-/, /^race-one/, /^restart-(old|reuse)/, "third-ended", /^rotated-away/, /^reused-/],
  ),
  "race-two-live": fails(["race-one-lives"], []),
  "reuse-undetected": fails(
    ["reuse-ends-session", "reuse-deep"],
    ["restart-reuse-detected", "rotated-away-reuse", "reused-refused", "third-ended"],
  ),
  "reuse-shallow": fails(["reuse-deep"], ["restart-reuse-detected", "third-ended"]),
  "reuse-ends-everybody": fails(
    ["reuse-spares-others"],
    [
      "unknown-harmless",
      "restart-others-stay",
      "third-older-lives",
      "third-renewal-lives",
      "rotated-away-others",
      "reused-others",
    ],
  ),

  // advice: it passes, and this is so
  "cookie-no-host-prefix": holdsAll(falls("host-prefix")),
  "reuse-ends-all-logins": holdsAll(falls("own-other-login-stays")),
  "logout-keeps-access": holdsAll(falls("access-after-logout")),
  "secret-fallback": holdsAll(falls("no-fallback")),
};
