// Loaded before a mutant: moves it to a free port, and notices a second answer to one request.
const http = require("node:http");
const net = require("node:net");

const { listen } = net.Server.prototype;
net.Server.prototype.listen = function (...words) {
  globalThis.listenWasCalled = true;
  const callback = words.find((word) => typeof word === "function");
  this.once("listening", () => process.send({ port: this.address().port }));
  return listen.call(this, { port: 0, host: "127.0.0.1" }, callback);
};

const { setHeader, end } = http.ServerResponse.prototype;
http.ServerResponse.prototype.setHeader = function (...words) {
  if (this.headersSent) process.send({ twice: true });
  return setHeader.apply(this, words);
};
http.ServerResponse.prototype.end = function (...words) {
  if (this.writableEnded) process.send({ twice: true });
  return end.apply(this, words);
};
