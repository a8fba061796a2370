const PUBLIC_PATHS = ["/", "/health", "/login", "/token"];

// everything that is not public needs an access token
exports.authenticate = (req, res, next) => {
  if (PUBLIC_PATHS.includes(req.path)) {
    return next();
  }

  const header = req.headers.authorization || "";
  const [scheme, token] = header.split(" ");

  if (scheme !== "Bearer" || !token) {
    return res.status(401).json({ error: "Unauthorized" }); // here
  }

  req.accessToken = token;
  next();
};
