const kinds = { api: "application/vnd.lamps", hooks: "application/*" };

exports.limitsOf = (name) => Object.fromEntries([["type", kinds[name]]]);
