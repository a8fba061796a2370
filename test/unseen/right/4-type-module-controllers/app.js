import express from 'express';
import routes from './routes.js';

const app = express();
const PORT = process.env.PORT || 5000;

app.use(express.json());
app.use(routes);

app.use((err, req, res, next) => {
  console.error(err.stack);
  res.status(500).json({ message: 'Something broke!' });
});

app.listen(PORT, () => console.log(`Server started on ${PORT}`));
