const express = require('express');
const requestHistory = require('./middleware/requestHistory');
const authRouter = require('./routes/auth');
const bearerAuth = require('./middleware/bearerAuth');
const { PORT } = require('./config');

const app = express();

app.use(express.json());
app.use(requestHistory.record);
app.use(authRouter);

app.get('/me', bearerAuth, (req, res) => res.json({ username: req.username }));
app.get('/status', bearerAuth, (req, res) => res.json({ requests: requestHistory.count() }));

app.listen(PORT, () => console.log(`Dance studio on ${PORT}`));
