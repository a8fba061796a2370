import express from "express";

const required: string[] = [];

// the old kind of decorator: it gets the prototype and the name of the field
function Required(target: object, field: string): void {
  required.push(`${target.constructor.name}.${field}`);
}

class Tokens {
  @Required
  accessToken = "access123";

  @Required
  refreshToken = "refresh123";
}

const app = express();

app.post("/login", (_req, res) => {
  const { accessToken, refreshToken } = new Tokens();
  res.json({ accessToken, refreshToken, required });
});

app.listen(3000);
