import express from "express";
import { login } from "./handlers.mjs";

const app = express();
app.post("/login", login);
app.listen(3000);
