/** The client of part two, as its contract describes it: people who log in, renew, log out and ask who they are. */

const passwords = { ada: "lovelace", grace: "hopper", alan: "turing" };

const text = (value) => typeof value === "string" && value.length > 0;

/** Any 2xx. */
export const good = (answer) => answer.status >= 200 && answer.status < 300;

/** 400, 401 or 403, and no token in the answer. */
export const refused = (answer) =>
  [400, 401, 403].includes(answer.status) &&
  !text(answer.json?.accessToken) &&
  !text(answer.json?.refreshToken);

/** Says an answer in a few words. */
export const said = (answer) => answer.error ?? `${answer.status} ${answer.text.slice(0, 120)}`;

/** One person (ada, grace or alan) with a browser's jar, who keeps the newest tokens; `app` is what `boot` returns. */
export function person(app, username) {
  const jar = new Map();
  const own = { username, accessToken: undefined, refreshToken: undefined };
  let inBody = false;

  async function post(path, body) {
    const fitting = [...jar.values()].filter(
      (cookie) => path === cookie.path || path.startsWith(cookie.prefix),
    );
    const cookie = fitting.map(({ name, value }) => `${name}=${value}`).join("; ");
    const answer = await app.ask("POST", path, { body, headers: cookie ? { cookie } : {} });
    for (const line of answer.headers?.["set-cookie"] ?? []) {
      const [pair, ...flags] = line.split(";").map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf("="));
      const value = pair.slice(pair.indexOf("=") + 1);
      const path = flags.find((flag) => /^path=/i.test(flag))?.slice(5) ?? "/";
      const ended = flags.some((flag) => /^max-age=(0|-)/i.test(flag) || /^expires=.*1970/i.test(flag));
      if (ended || value === "") jar.delete(`${name} ${path}`);
      else jar.set(`${name} ${path}`, { name, value, path, prefix: path.endsWith("/") ? path : `${path}/` });
    }
    if (good(answer) && text(answer.json?.accessToken)) own.accessToken = answer.json.accessToken;
    if (good(answer) && text(answer.json?.refreshToken)) {
      own.refreshToken = answer.json.refreshToken;
      inBody = true;
    }
    return answer;
  }
  const tokenBody = () => (inBody ? { refreshToken: own.refreshToken } : {});

  return Object.assign(own, {
    jar,
    login: () => post("/login", { username, password: passwords[username] }),
    renew: () => post("/token", tokenBody()),
    logout: () => post("/logout", tokenBody()),
    me: () => me(app, own.accessToken),
  });
}

/** Sends a refresh token to /token as somebody without a jar does. */
export const renewWith = (app, refreshToken) => app.ask("POST", "/token", { body: { refreshToken } });

/** Asks /me with an access token. */
export const me = (app, accessToken) =>
  app.ask("GET", "/me", { headers: { authorization: `Bearer ${accessToken}` } });

/** A token of the same shape, one character (given by its place, 0 to 1) changed to another of its class. */
export function tampered(token, place) {
  let at = Math.min(Math.floor(token.length * place), token.length - 4);
  while (at > 0 && !/[0-9a-zA-Z]/.test(token[at])) at--;
  const old = token[at];
  const other = /[0-9]/.test(old) ? String((Number(old) + 1) % 10) : old.toLowerCase() === "a" ? "b" : "a";
  return token.slice(0, at) + (/[A-Z]/.test(old) ? other.toUpperCase() : other) + token.slice(at + 1);
}
