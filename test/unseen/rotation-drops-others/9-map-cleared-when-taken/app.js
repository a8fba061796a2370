require('./server').listen(3000);
