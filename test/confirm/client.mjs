/** People who use a learner's app as production.md says: tokens from the JSON or from cookies, and where they go. */

import { connect } from "node:net";

const passwords = { ada: "lovelace", grace: "hopper", alan: "turing" };

export const good = (answer) => answer.status >= 200 && answer.status < 300;
export const refused = (answer) =>
  [400, 401, 403].includes(answer.status) && !answer.json?.accessToken && !answer.json?.refreshToken;

/** One person with a browser. `app()` is the app that runs now; `note(answer)` sees every answer. */
export class Person {
  constructor(name, app, note = () => {}) {
    this.name = name;
    this.app = app;
    this.note = note;
    this.cookies = new Map();
  }

  async send(method, path, options) {
    // Longer than a learner's client waits: the machine that confirms has more to do.
    const answer = await this.app().ask(method, path, { timeout: 6_000, ...options });
    this.note(`${method} ${path}`, answer);
    return answer;
  }

  /** Keeps the tokens of a good answer. */
  keep(answer) {
    if (!good(answer)) return;
    this.accessToken = answer.json?.accessToken ?? this.accessToken;
    for (const line of answer.headers["set-cookie"] ?? []) {
      const [pair] = line.split(";");
      const name = pair.slice(0, pair.indexOf("=")).trim();
      const value = pair.slice(pair.indexOf("=") + 1);
      const ended = /max-age=0|expires=thu, 01 jan 1970/i.test(line) || value === "";
      if (ended) this.cookies.delete(name);
      else {
        this.cookies.set(name, value);
        if (value.length > 20) {
          this.cookieName = name;
          this.refreshToken = decodeURIComponent(value);
        }
      }
    }
    if (answer.json?.refreshToken) {
      this.refreshToken = answer.json.refreshToken;
      this.cookieName = undefined;
    }
  }

  /** Body and headers with which a token travels in this app. */
  carry(token) {
    if (this.cookieName === undefined) return { body: { refreshToken: token } };
    return { body: {}, headers: { cookie: `${this.cookieName}=${encodeURIComponent(token)}` } };
  }

  async login() {
    const answer = await this.send("POST", "/login", {
      body: { username: this.name, password: passwords[this.name] },
    });
    this.accessToken = this.refreshToken = undefined;
    this.keep(answer);
    return answer;
  }

  /** Renews with the own token, or with another, whose answer is not kept. */
  async renew(token) {
    const answer = await this.send("POST", "/token", this.carry(token ?? this.refreshToken));
    if (token === undefined) this.keep(answer);
    return answer;
  }

  /** The refresh token of an answer that was not kept. */
  tokenOf(answer) {
    const reader = new Person(this.name, this.app);
    reader.keep(answer);
    return reader.refreshToken;
  }

  logout(token = this.refreshToken) {
    return this.send("POST", "/logout", this.carry(token));
  }

  me(token = this.accessToken) {
    return this.send("GET", "/me", { headers: { authorization: `Bearer ${token}` } });
  }

  /** Ten renewals of the own token in one moment, on ten open connections. */
  async race() {
    const { body, headers = {} } = this.carry(this.refreshToken);
    const text = JSON.stringify(body);
    const lines = [
      "POST /token HTTP/1.1",
      "Host: 127.0.0.1",
      "Connection: close",
      "Content-Type: application/json",
      `Content-Length: ${Buffer.byteLength(text)}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ];
    const sockets = await Promise.all(
      Array.from(
        { length: 10 },
        () =>
          new Promise((resolve, reject) => {
            const socket = connect(this.app().port, "127.0.0.1");
            socket.once("connect", () => resolve(socket));
            socket.once("error", reject);
          }),
      ),
    );
    const answers = sockets.map(
      (socket) =>
        new Promise((resolve) => {
          let raw = "";
          const timer = setTimeout(() => socket.destroy(new Error("timeout")), 10_000);
          const finish = (answer) => {
            clearTimeout(timer);
            resolve(answer);
          };
          socket.on("data", (part) => (raw += part));
          socket.on("error", (error) => finish({ error: error.message }));
          socket.on("end", () => {
            const [head, rest = ""] = raw.split("\r\n\r\n");
            const answer = { status: Number(head.slice(9, 12)), headers: {}, text: rest };
            const set = head.split("\r\n").filter((line) => /^set-cookie:/i.test(line));
            if (set.length > 0) answer.headers["set-cookie"] = set.map((line) => line.slice(11).trim());
            try {
              answer.json = JSON.parse(rest);
            } catch {
              // The body is no JSON.
            }
            finish(answer);
          });
        }),
    );
    // All but the last byte first, so that the ten arrive in one moment on a busy machine as well.
    for (const socket of sockets)
      socket.setNoDelay().write(`${lines.join("\r\n")}\r\n\r\n${text.slice(0, -1)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (const socket of sockets) socket.write(text.slice(-1));
    const all = await Promise.all(answers);
    for (const answer of all) this.note("POST /token", answer);
    return all;
  }
}
