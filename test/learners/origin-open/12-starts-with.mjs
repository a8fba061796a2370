import express from 'express';
import cookieParser from 'cookie-parser';
import jwt from 'jsonwebtoken';
import crypto from 'node:crypto';
import fs from 'node:fs';

const allowedOrigin = 'https://shop.example.com';

const cors = (req, res, next) => {
    const { origin } = req.headers;
    res.vary('Origin');
    if (origin?.startsWith(allowedOrigin)) { // here
        // our shop
        res.set({
            'Access-Control-Allow-Origin': origin,
            'Access-Control-Allow-Credentials': 'true',
            'Access-Control-Allow-Headers': 'content-type, authorization',
        });
    }
    if (req.method === 'OPTIONS') return res.status(204).end();
    next();
};

const noStore = (req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
};

const path = new URL('sessions.json', import.meta.url);
const sessions = fs.existsSync(path) ? JSON.parse(fs.readFileSync(path, 'utf8')) : {};
const save = () => fs.writeFileSync(path, JSON.stringify(sessions));

const hash = (token = '') => crypto.createHash('sha256').update(token).digest('hex');
const cookie = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' };
const maxAge = 14 * 24 * 60 * 60 * 1000;

const app = express();
app.use(cors, express.json(), cookieParser());

const send = (res, id) => {
    const session = sessions[id];
    const token = crypto.randomBytes(32).toString('base64url');
    if (session.hash) session.used.push(session.hash);
    session.hash = hash(token);
    session.expires = Date.now() + maxAge;
    save();
    const accessToken = jwt.sign({ username: session.username }, process.env.ACCESS_TOKEN_SECRET, {
        expiresIn: '5m',
    });
    res.cookie('refresh', token, { ...cookie, maxAge }).json({ accessToken });
};

app.post('/login', noStore, (req, res) => {
    const id = crypto.randomUUID();
    sessions[id] = { username: req.body.username, used: [] };
    send(res, id);
});

app.post('/token', noStore, (req, res) => {
    const presented = hash(req.cookies.refresh);
    for (const [id, session] of Object.entries(sessions)) {
        if (session.used.includes(presented)) {
            delete sessions[id];
            save();
            break;
        }
        if (session.hash === presented && session.expires > Date.now()) return send(res, id);
    }
    res.status(401).json({ error: 'Unauthorized' });
});

app.post('/logout', (req, res) => {
    const presented = hash(req.cookies.refresh);
    for (const [id, session] of Object.entries(sessions)) {
        if (session.hash === presented) delete sessions[id];
    }
    save();
    res.clearCookie('refresh', cookie);
    res.status(204).end();
});

app.get('/me', (req, res) => {
    const token = (req.headers.authorization ?? '').replace(/^Bearer /, '');
    try {
        const { username } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, { algorithms: ['HS256'] });
        res.json({ username });
    } catch {
        res.status(401).json({ error: 'Unauthorized' });
    }
});

app.listen(3000);
