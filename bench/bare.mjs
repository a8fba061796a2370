// The yardstick of a cold check: one bare Node process that loads the app of step 3 and undici, and makes the same calls
// as the check does. With --node-client it makes them by Node's own client, without undici.
import { once } from "node:events";
import http from "node:http";
import { createRequire } from "node:module";
import net from "node:net";

const file = new URL("../solutions/3-token.js", import.meta.url).pathname;
const listen = net.Server.prototype.listen;
const listening = new Promise((resolve) => {
  net.Server.prototype.listen = function (...args) {
    const callback = args.findLast((argument) => typeof argument === "function");
    once(this, "listening").then(() => resolve(this));
    return listen.call(this, { port: 0, host: "127.0.0.1" }, callback);
  };
});

async function withUndici(origin) {
  const { Client } = await import("undici");
  return async ({ path, headers, body }) => {
    const client = new Client(origin);
    const answer = await client.request({ method: "POST", path, headers, body });
    await answer.body.text();
    await client.close();
  };
}

function withNode(origin) {
  return ({ path, headers, body }) =>
    new Promise((resolve, reject) => {
      const request = http.request(new URL(path, origin), { method: "POST", headers, agent: false });
      request.on("response", (answer) => answer.resume().on("end", resolve));
      request.on("error", reject);
      request.end(body);
    });
}

const login = ["/login", { username: "ada", password: "lovelace" }];
const token = (refreshToken) => ["/token", { refreshToken }];
// steps/3-token/step.ts: its scenario, in which two are repeated once or twice, here once, then its afterthoughts.
const calls = [
  token("refresh123"),
  token("refresh123"),
  login,
  token("refresh999"),
  token("refresh123456"),
  token("refresh123"),
  token("refresh123"),
  ["/login", undefined],
  ["/token", undefined],
];

createRequire(import.meta.url)(file);
const server = await listening;
const origin = `http://127.0.0.1:${server.address().port}`;
const send = process.argv.includes("--node-client") ? withNode(origin) : await withUndici(origin);
for (const [path, body] of calls) {
  const headers = body ? { "content-type": "application/json" } : {};
  await send({ path, headers, body: body && JSON.stringify(body) });
}
process.exit();
