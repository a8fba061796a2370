module.exports = function cors(options) {
  const origin = (options && options.origin) || '*';
  return function (req, res, next) {
    res.setHeader('Access-Control-Allow-Origin', origin);
    next();
  };
};
