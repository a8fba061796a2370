module.exports = [
  {
    id: 1,
    name: 'demo',
    password: 'demo',
    accessToken: 'access123',
    refreshToken: 'refresh123',
  },
];
