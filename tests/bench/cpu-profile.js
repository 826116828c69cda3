const fs = require('node:fs');
const { Session } = require('node:inspector/promises');

/** Runs something and writes what the processor did meanwhile, for Chrome's developer tools or speedscope. */
async function profiled(file, run) {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    const result = await run();
    const { profile } = await session.post('Profiler.stop');
    fs.writeFileSync(file, JSON.stringify(profile));
    return result;
  } finally {
    session.disconnect();
  }
}

module.exports = { profiled };
