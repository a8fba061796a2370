// check: passed
// The answer is written to the socket by hand, so that nothing of Node's tells of its end.
const { ServerResponse } = require("node:http");
ServerResponse.prototype.end = function (body = "") {
  const text = `HTTP/1.1 ${this.statusCode} OK\r\ncontent-type: ${this.getHeader("content-type") ?? "text/plain"}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`;
  this.socket.end(text);
  return this;
};
require("../solutions/11-restart");
