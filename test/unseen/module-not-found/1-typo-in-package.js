const express = require('expres'); // here
const app = express();
const port = 3000;

app.post('/login', (req, res) => {
    res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.listen(port, () => {
    console.log(`listening on ${port}`);
});
