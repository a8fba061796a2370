var express = require('express');
var http = require('http');
var app = express();

app.set('port', 80);

app.post('/login', function(request, response) {
	response.statusCode = 200;
	response.setHeader('Content-Type', 'application/json');
	response.end(JSON.stringify({
		"accessToken" : "access123",
		"refreshToken" : "refresh123"
	}));
});

http.createServer(app).listen(app.get('port'), function() {
	console.log('Express server listening on port ' + app.get('port'));
});
