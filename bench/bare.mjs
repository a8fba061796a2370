// The yardstick of a cold check: one bare Node process that loads the app of step 3 and undici, and makes the same calls.
import net from "node:net";
import { createRequire } from "node:module";
import { once } from "node:events";
import { Client } from "undici";

const [file = new URL("../solutions/3-token.js", import.meta.url).pathname] = process.argv.slice(2);
const listen = net.Server.prototype.listen;
const listening = new Promise((resolve) => {
  net.Server.prototype.listen = function (...args) {
    const callback = args.findLast((argument) => typeof argument === "function");
    once(this, "listening").then(() => resolve(this));
    return listen.call(this, { port: 0, host: "127.0.0.1" }, callback);
  };
});
createRequire(import.meta.url)(file);
const server = await listening;
const calls = [
  ["/token", { refreshToken: "refresh123" }],
  ["/login", { username: "ada", password: "lovelace" }],
  ["/token", { refreshToken: "refresh999" }],
  ["/token", { refreshToken: "refresh123" }],
  ["/token", { refreshToken: "refresh123" }],
  ["/login", undefined],
  ["/token", undefined],
];
for (const [path, body] of calls) {
  const client = new Client(`http://127.0.0.1:${server.address().port}`);
  const headers = body ? { "content-type": "application/json" } : {};
  const answer = await client.request({ method: "POST", path, headers, body: body && JSON.stringify(body) });
  await answer.body.text();
  await client.close();
}
process.exit();
