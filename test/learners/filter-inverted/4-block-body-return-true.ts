import express from 'express';
import type { Request, Response } from 'express';

const app = express();
const PORT: number = 3000;
let refreshTokens: string[] = [];

app.use(express.json());

app.post('/login', (_req: Request, res: Response) => {
    refreshTokens.push('refresh123');
    res.status(201).json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
    const refreshToken = req.body?.refreshToken as string | undefined;
    if (refreshToken === undefined || !refreshTokens.includes(refreshToken)) {
        return void res.status(403).json({ error: 'Forbidden' });
    }
    res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req: Request, res: Response) => {
    const refreshToken = req.body?.refreshToken as string | undefined;
    refreshTokens = refreshTokens.filter((element) => {
        if (element == refreshToken) { // here
            return true;
        }
        return false;
    });
    res.sendStatus(204);
});

app.listen(PORT);
