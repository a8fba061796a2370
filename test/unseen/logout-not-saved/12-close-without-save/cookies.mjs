const name = '__Host-id';
const attributes = ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Strict'];
const twoWeeks = 14 * 24 * 60 * 60;

export function cookies(req, res, next) {
  const pairs = (req.headers.cookie ?? '').split(/; */).map((pair) => pair.split('='));
  req.token = Object.fromEntries(pairs)[name] ?? '';
  res.rememberToken = (token) => res.append('Set-Cookie', [`${name}=${token}`, ...attributes, `Max-Age=${twoWeeks}`].join('; '));
  res.forgetToken = () => res.append('Set-Cookie', [`${name}=`, ...attributes, 'Max-Age=0'].join('; '));
  next();
}
