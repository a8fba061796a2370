exports.signIn = (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
};
