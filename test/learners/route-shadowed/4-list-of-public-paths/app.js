const express = require("express");
const { authenticate } = require("./middleware/authenticate");
const auth = require("./routes/auth.routes");

const app = express();

app.use(express.json());
app.use(authenticate);
app.use(auth);

app.listen(process.env.PORT || 8080, () => {
  console.log("Roster service started");
});
