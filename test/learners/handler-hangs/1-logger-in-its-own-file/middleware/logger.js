const logger = (req, res, next) => { // here
  const started = Date.now();
  console.log(`[${new Date().toISOString()}] ${req.method} ${req.url}`);
  res.on('finish', () => {
    console.log(`${res.statusCode} in ${Date.now() - started}ms`);
  });
};

module.exports = logger;
