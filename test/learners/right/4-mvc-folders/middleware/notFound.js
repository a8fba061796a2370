module.exports = (req, res, next) => {
  res.status(404).json({ error: `Cannot ${req.method} ${req.path}` });
};
