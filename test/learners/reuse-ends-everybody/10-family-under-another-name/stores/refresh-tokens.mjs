import { createHash, randomBytes, randomUUID } from 'node:crypto'

const DAYS = 86400e3
const sha = text => createHash('sha256').update(String(text)).digest('hex')

export class RefreshTokens {
  #live = new Map()
  #spent = new Map()

  begin (username) {
    return this.#add({ username, familyId: randomUUID(), ends: Date.now() + 15 * DAYS })
  }

  #add (row) {
    const token = randomBytes(32).toString('base64url')
    this.#live.set(sha(token), row)
    return token
  }

  rotate (token) {
    const key = sha(token)
    if (this.#spent.has(key)) {
      this.#endFamily(this.#spent.get(key))
      return null
    }
    const row = this.#live.get(key)
    if (!row || row.ends <= Date.now()) return null
    this.#live.delete(key)
    this.#spent.set(key, row)
    return { username: row.username, token: this.#add(row) }
  }

  #endFamily ({ family }) {
    for (const [key, row] of this.#live) {
      if (row.family === family) this.#live.delete(key) // here
    }
  }

  end (token) {
    this.#live.delete(sha(token))
  }
}
