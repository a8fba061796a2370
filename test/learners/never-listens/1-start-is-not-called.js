const express = require("express");

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

function start() {
  const port = process.env.PORT || 3000;
  app.listen(port, () => { // here
    console.log(`listening on ${port}`);
  });
}
