var cluster = require('cluster')
var os = require('os')

if (cluster.isMaster) {
  for (var i = 0; i < Math.min(2, os.cpus().length); i++) cluster.fork()
  cluster.on('exit', function (worker) {
    console.log('worker ' + worker.process.pid + ' died')
    cluster.fork()
  })
} else {
  require('./server')
  console.log('worker ' + cluster.worker.id + ' started')
}
