const express = require("express");
const authRoutes = require("./routes/auth");
const authenticate = require("./middleware/authenticate");

const app = express();
app.use(express.json());
app.use(authRoutes);

app.get("/me", authenticate, (req, res) => {
  res.json({ username: req.user?.username });
});

app.listen(process.env.PORT ?? 3000);
