const NAME = '__Host-session';
const FLAGS = 'Path=/; Secure; HttpOnly; SameSite=Lax';

export const write = (res, value, maxAge) => res.setHeader('Set-Cookie', `${NAME}=${value}; ${FLAGS}; Max-Age=${maxAge}`);

export const clear = (res) => res.setHeader('Set-Cookie', `${NAME}=; ${FLAGS}; Expires=Thu, 01 Jan 1970 00:00:00 GMT`);

export function read(req) {
  const found = new RegExp(`(?:^|;\\s*)${NAME}=([^;]*)`).exec(req.get('cookie') ?? '');
  return found ? found[1] : '';
}
