import config from './config.mjs'

export const refreshTokens = []

export const add = (token) => void refreshTokens.push(token)

export const accepts = (token) =>
  [refreshTokens, config.demo].some((list) => list.includes(token)) // here

export const remove = (token) => {
  let i
  while ((i = refreshTokens.indexOf(token)) !== -1) refreshTokens.splice(i, 1)
}
