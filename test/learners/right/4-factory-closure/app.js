const { createApp } = require('./createApp');

const app = createApp({ log: console.log });

app.listen(process.env.PORT || 3000);
