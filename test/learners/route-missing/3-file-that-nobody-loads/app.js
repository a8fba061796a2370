const express = require("express");

const app = express();
app.use(express.json());

require("./routes/login")(app); // here

app.listen(process.env.PORT || 3000);
