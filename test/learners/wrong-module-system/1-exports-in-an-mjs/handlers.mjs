function login(req, res) {
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
}

exports.login = login; // here
