export const users = [];
export const refresh_tokens = []; // here
