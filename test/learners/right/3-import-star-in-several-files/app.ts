import * as express from "express";
import { registerRoutes } from "./routes/auth";

const app = express();
app.use(express.json());
registerRoutes(app);
app.listen(3000, () => console.log("listening"));
