import express from 'express';
import type { Request, Response } from 'express';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import jwt from 'jsonwebtoken';

type Event =
    | {
          readonly type: 'logged-in';
          readonly login: string;
          readonly user: string;
          readonly hash: string;
          readonly at: number;
      }
    | { readonly type: 'renewed'; readonly login: string; readonly hash: string; readonly at: number }
    | { readonly type: 'ended'; readonly login: string };

interface Login {
    readonly user: string;
    readonly last: string;
    readonly at: number;
}

interface State {
    readonly logins: Readonly<Record<string, Login>>;
    readonly owners: Readonly<Record<string, string>>;
}

const reduce = (state: State, event: Event): State => {
    switch (event.type) {
        case 'logged-in':
            return {
                logins: {
                    ...state.logins,
                    [event.login]: { user: event.user, last: event.hash, at: event.at },
                },
                owners: { ...state.owners, [event.hash]: event.login },
            };
        case 'renewed': {
            const login = state.logins[event.login]!;
            return {
                logins: { ...state.logins, [event.login]: { ...login, last: event.hash, at: event.at } },
                owners: { ...state.owners, [event.hash]: event.login },
            };
        }
        case 'ended': {
            const { [event.login]: _gone, ...logins } = state.logins;
            return { ...state, logins };
        }
    }
};

const journal = fileURLToPath(new URL('journal.ndjson', import.meta.url));
const lines = existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').filter(Boolean) : [];
let state = lines.map((line): Event => JSON.parse(line)).reduce(reduce, { logins: {}, owners: {} });

const happen = (event: Event): void => {
    appendFileSync(journal, `${JSON.stringify(event)}\n`);
    state = reduce(state, event);
};

const secret = process.env['ACCESS_TOKEN_SECRET'] ?? raise('ACCESS_TOKEN_SECRET is not set');
function raise(message: string): never {
    throw new Error(message);
}

const lifetime = 7 * 86_400_000;
const digest = (token: unknown): string => createHash('sha256').update(String(token)).digest('hex');
const access = (username: string): string => jwt.sign({ username }, secret, { expiresIn: '15 minutes' });

const app = express();
app.use(express.json());

app.post('/login', (req: Request, res: Response) => {
    const refreshToken = randomBytes(32).toString('base64url');
    const user: string = req.body.username;
    happen({ type: 'logged-in', login: randomUUID(), user, hash: digest(refreshToken), at: Date.now() });
    res.json({ accessToken: access(user), refreshToken });
});

app.post('/token', (req: Request, res: Response) => {
    const hash = digest(req.body?.refreshToken);
    const id = state.owners[hash];
    const login = id === undefined ? undefined : state.logins[id];
    if (id === undefined || login === undefined || login.at + lifetime < Date.now()) {
        res.sendStatus(403);
    } else if (login.last !== hash) {
        happen({ type: 'ended', login: id });
        res.sendStatus(403);
    } else {
        const refreshToken = randomBytes(32).toString('base64url');
        state = reduce(state, { type: 'renewed', login: id, hash: digest(refreshToken), at: Date.now() }); // here
        res.json({ accessToken: access(login.user), refreshToken });
    }
});

app.post('/logout', (req: Request, res: Response) => {
    const id = state.owners[digest(req.body?.refreshToken)];
    if (id !== undefined && id in state.logins) happen({ type: 'ended', login: id });
    res.sendStatus(204);
});

app.get('/me', (req: Request, res: Response) => {
    try {
        const claims = jwt.verify(String(req.headers.authorization).replace(/^Bearer\s/, ''), secret);
        if (typeof claims === 'string') throw new Error('no claims');
        res.json({ username: claims['username'] });
    } catch {
        res.set('WWW-Authenticate', 'Bearer').sendStatus(401);
    }
});

export default app;
