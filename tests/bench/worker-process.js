const { fork } = require('node:child_process');
const { once } = require('node:events');
const path = require('node:path');

/**
 * Starts an app in a process of its own.
 * @returns `ask(task, options)`, which gives the answer, and `stop`.
 */
async function startWorker({ folder, env }, onProgress) {
  const child = fork(path.join(__dirname, 'scale-worker.js'), { env: { ...process.env, ...env } });
  const waiting = new Map();
  let last = 0;
  child.on('message', ({ id, result, error, progress }) => {
    if (progress) return onProgress(...progress);
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(result);
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the worker ended with ${code}`));
  });
  const ask = (task, options = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      child.send({ id: last, task, options });
    });
  const database = await ask('start', { folder, env });
  return {
    database,
    ask,
    async stop() {
      if (!child.connected) return;
      await ask('stop');
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

module.exports = { startWorker };
