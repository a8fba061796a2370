import { randomUUID } from "node:crypto";
import jwt from "jsonwebtoken";

const key = process.env.JWT_SECRET;
const algorithm = "HS256";

export const issue = (name, typ, expiresIn) =>
  jwt.sign({ name, typ }, key, { algorithm, expiresIn, jwtid: randomUUID() });

export const open = (token, typ) => {
  try {
    const claims = jwt.verify(token, key, { algorithms: [algorithm] });
    return typ && claims.typ !== typ ? null : claims;
  } catch {
    return null;
  }
};
