const express = require("express");
const app = express();
app.post("/login", (req, res) => res.json({ accessToken: "access123", refreshToken: "refresh123" }));
const connect = async (url) => {
  if (typeof url !== "string") throw new Error("the uri must be a string, got undefined");
};
const start = async () => {
  try {
    await connect(process.env.MONGO_URI);
    app.listen(3000, () => console.log("listening")); // here
  } catch (err) {
    console.log(err.message);
  }
};
start();
