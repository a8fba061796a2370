const express = require('express');

const app = express();
app.use(express.json());

app.use('/', require('./routes/auth'));
app.use('/me', require('./routes/profile'));

app.use((req, res) => res.status(404).json({ error: 'Not found' }));

module.exports = app;

if (require.main === module) app.listen(3000);
