import express, { Request, Response } from "express";
import http from "http";

async function main(): Promise<void> {
    const app = express();
    let refreshTokens: string[] = [];

    app.use(express.json());

    app.post("/login", async (_req: Request, res: Response) => {
        refreshTokens.push("refresh123");
        res.json({ accessToken: "access123", refreshToken: "refresh123" });
    });

    app.post("/token", async (req: Request, res: Response) => {
        const { refreshToken } = req.body;
        if (!refreshTokens.includes(refreshToken)) {
            res.status(403).json({ error: "Forbidden" });
            return;
        }
        res.json({ accessToken: "newAccess123" });
    });

    app.post("/logout", async (req: Request, res: Response) => {
        const { refreshToken } = req.body;
        refreshTokens = refreshTokens.filter((t) => t !== refreshToken);
        res.sendStatus(204);
    });

    await new Promise<void>((resolve) => setTimeout(resolve, 50));
    http.createServer(app).listen(3000, () => console.log("ready"));
}

main().catch((err) => {
    console.error(err);
    process.exit(1);
});
