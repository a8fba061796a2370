const express = require('express');
const cookieParser = require('cookie-parser');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');
const fs = require('fs');

const app = express();
app.use(express.json());
app.use(cookieParser());

// The handlers of the step before answered { accessToken, refreshToken }.
// This moves the refresh token out of the body into a cookie, in one place.
app.use((req, res, next) => {
    const json = res.json.bind(res);
    res.json = (body) => {
        if (body && body.refreshToken) {
            const { refreshToken, ...rest } = body;
            res.cookie('__Host-rt', refreshToken, {
                httpOnly: true,
                secure: true,
                sameSite: 'strict',
                maxAge: WEEK,
            });
            res.set('Cache-Control', 'no-store');
            return json(rest);
        }
        return json(body);
    };
    next();
});

// ... and the way back
app.use((req, res, next) => {
    req.refreshToken = req.cookies['__Host-rt'] || '';
    next();
});

const WEEK = 7 * 24 * 60 * 60 * 1000;
const DB = __dirname + '/sessions.json';
let sessions = fs.existsSync(DB) ? JSON.parse(fs.readFileSync(DB, 'utf8')) : [];
const save = () => fs.writeFileSync(DB, JSON.stringify(sessions));
const hash = (t) => crypto.createHash('sha256').update(t).digest('hex');

function pairFor(session) {
    const refreshToken = crypto.randomBytes(32).toString('hex');
    session.hashes.unshift(hash(refreshToken));
    session.expires = Date.now() + WEEK;
    save();
    const accessToken = jwt.sign({ username: session.username }, process.env.ACCESS_TOKEN_SECRET, {
        expiresIn: '15m',
    });
    return { accessToken, refreshToken };
}

app.post('/login', (req, res) => {
    const session = { username: req.body.username, hashes: [] };
    sessions.push(session);
    res.json(pairFor(session));
});

app.post('/token', (req, res) => {
    const index = sessions.findIndex((s) => s.hashes.includes(hash(req.refreshToken)));
    if (index === -1) return res.status(403).json({ error: 'Forbidden' });
    const session = sessions[index];
    if (session.hashes[0] !== hash(req.refreshToken) || session.expires < Date.now()) {
        sessions.splice(index, 1);
        save();
        return res.status(403).json({ error: 'Forbidden' });
    }
    res.json(pairFor(session));
});

app.post('/logout', (req, res) => {
    const index = sessions.findIndex((s) => s.hashes.includes(hash(req.refreshToken)));
    if (index !== -1) {
        sessions.splice(index, 1);
        save();
    }
    res.clearCookie('__Host-rt', { path: '/' }); // here
    res.sendStatus(204);
});

app.get('/me', (req, res) => {
    const [, token] = (req.headers.authorization || '').split(' ');
    if (!token) return res.sendStatus(401);
    try {
        res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username });
    } catch (e) {
        res.sendStatus(403);
    }
});

app.listen(3000);
