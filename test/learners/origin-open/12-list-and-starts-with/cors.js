module.exports = function cors(allowed) {
  return (req, res, next) => {
    const origin = req.headers.origin;
    if (origin && allowed.some((one) => origin.startsWith(one))) { // here
      res.set("Access-Control-Allow-Origin", origin);
      res.set("Access-Control-Allow-Credentials", "true");
      res.set("Access-Control-Allow-Headers", "content-type, authorization");
      res.set("Vary", "Origin");
    }
    if (req.method === "OPTIONS") return res.sendStatus(204);
    next();
  };
};
