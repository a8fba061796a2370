const express = require("express");
const app = express();
app.use(express.json());

const users = [{ username: "alice", password: "pa55" }];

app.post("/login", (req, res) => {
  const { username, password } = req.body ?? {};
  const user = users.find((u) => u.username === username && u.password === password);
  if (!user) {
    return res.status(401).json({ message: "Invalid credentials" }); // here
  }
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.listen(3000);
