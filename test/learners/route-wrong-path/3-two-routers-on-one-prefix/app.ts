import express from "express";
import accounts from "./routes/accounts";
import sessions from "./routes/sessions";

const app = express();
app.use(express.json());
app.use("/api/auth", accounts);
app.use("/api/auth", sessions); // here

export default app;
