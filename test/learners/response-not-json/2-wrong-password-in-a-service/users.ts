const passwords = new Map([['max', 'geheim']]);

export function authenticate(name: string, password: string): boolean {
  return passwords.get(name) === password;
}
