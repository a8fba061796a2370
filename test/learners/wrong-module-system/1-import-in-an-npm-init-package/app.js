import express from "express"; // here

const app = express();
app.use(express.json());
app.post("/login", (req, res) => {
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.listen(3000);
