export function removeToken(list, token) {
  list = list.filter((t) => t !== token); // here
}
