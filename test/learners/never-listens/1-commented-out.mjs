import express from "express";

const app = express();
const port = process.env.PORT ?? 3000;

function login(_req, res) {
  res.status(201).json({ accessToken: "access123", refreshToken: "refresh123" });
}

app.post("/login", login);

// app.listen(port, () => console.log(`listening on ${port}`));
console.log("port:", port);
