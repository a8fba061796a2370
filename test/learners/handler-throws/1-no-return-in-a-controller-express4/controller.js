const people = { john: { password: 'doe' } }

exports.login = function (req, res) {
  const person = people[req.body.username]
  if (!person) {
    res.status(401).json({ message: 'unknown user' }) // here
  }
  const ok = person.password === req.body.password
  if (ok) return res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
  res.status(401).json({ message: 'wrong password' })
}
