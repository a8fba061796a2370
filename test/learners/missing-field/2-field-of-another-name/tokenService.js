exports.createTokens = () => {
  return { access: 'access123', refresh: 'refresh123' };
};
