const express = require("express");
const auth = require("./handlers/auth");

const app = express();
app.use(express.json());

const asyncHandler = (handler) => (req, res, next) => handler(req, res, next).catch(next);

for (const [name, handler] of Object.entries(auth)) {
  app.post(`/${name}`, asyncHandler(handler));
}

app.listen(3000, () => console.log("choir portal"));
