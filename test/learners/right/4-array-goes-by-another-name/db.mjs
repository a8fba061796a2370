const refreshTokens = [];
export { refreshTokens as tokens };