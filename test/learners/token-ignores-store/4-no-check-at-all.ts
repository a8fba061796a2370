import express from "express";
import type { Request, Response } from "express";

interface TokenBody {
    refreshToken: string;
}

const app = express();
app.use(express.json());

let refreshTokens: string[] = [];

app.post("/login", (req: Request, res: Response) => {
    refreshTokens.push("refresh123");
    res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req: Request<{}, {}, TokenBody>, res: Response) => { // here
    const { refreshToken } = req.body;
    console.log("refreshing", refreshToken);
    // 403 if not valid??
    res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req: Request<{}, {}, TokenBody>, res: Response) => {
    const { refreshToken } = req.body;
    refreshTokens = refreshTokens.filter(function (t) {
        return t !== refreshToken;
    });
    res.status(204).end();
});

app.listen(process.env.PORT ?? 3000);
