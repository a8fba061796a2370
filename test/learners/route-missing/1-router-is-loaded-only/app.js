const express = require('express');
const authRoutes = require('./routes/auth'); // here
const app = express();
app.use(express.json());
app.get('/', (req, res) => res.send('ok'));
app.listen(process.env.PORT || 3000, () => console.log('up'));
