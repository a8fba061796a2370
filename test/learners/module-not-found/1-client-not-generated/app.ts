import express from "express";
import { people } from "./people";
import { tokensOf } from "./generated/tokens"; // here

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const [first] = people;
  res.json(tokensOf(first));
});

app.listen(3000);
