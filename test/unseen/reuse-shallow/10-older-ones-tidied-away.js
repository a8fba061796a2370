const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');
const app = express();
app.use(express.json());

// all that the server knows
const state = {
    nextId: 1,
    sessions: {},   // id: { user, end }
    tokens: {}      // hash: { session, fresh }
};

function h(x) { return crypto.createHash('sha256').update('' + x).digest('hex'); }

function add(id) {
    const t = crypto.randomBytes(32).toString('hex');
    state.tokens[h(t)] = { session: id, fresh: true };
    return t;
}

function end(id) {
    delete state.sessions[id];
    for (const k in state.tokens) {
        if (state.tokens[k].session === id) delete state.tokens[k];
    }
}

app.post('/login', (req, res) => {
    const id = state.nextId++;
    state.sessions[id] = { user: req.body.username, end: Date.now() + 7 * 24 * 60 * 60 * 1000 };
    res.json({
        accessToken: jwt.sign({ user: req.body.username }, process.env.JWT_SECRET, { expiresIn: '15m' }),
        refreshToken: add(id)
    });
});

app.post('/token', (req, res) => {
    const t = state.tokens[h(req.body.refreshToken)];
    if (t && t.fresh && state.sessions[t.session].end > Date.now()) {
        for (const k in state.tokens) { // keep it small
            if (state.tokens[k].session === t.session && !state.tokens[k].fresh) delete state.tokens[k]; // here
        }
        t.fresh = false;
        return res.json({
            accessToken: jwt.sign({ user: state.sessions[t.session].user }, process.env.JWT_SECRET, { expiresIn: '15m' }),
            refreshToken: add(t.session)
        });
    }
    // used before, or too old: close it. never seen: nothing to close
    if (t) end(t.session);
    res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', (req, res) => {
    const t = state.tokens[h(req.body.refreshToken)];
    if (t) end(t.session);
    res.status(204).end();
});

app.get('/me', (req, res) => {
    try {
        const p = jwt.verify(req.headers.authorization.split(' ')[1], process.env.JWT_SECRET);
        res.json({ username: p.user });
    } catch (e) {
        res.status(401).end();
    }
});

app.listen(3000);
