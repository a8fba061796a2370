exports.ok = (res, payload) => res.status(200).json({ status: 'success', result: payload }) // here
exports.fail = (res, status, error) => res.status(status).json({ error })
