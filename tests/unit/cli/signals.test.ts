import { foreignSignalHandlers, untilSignal } from '../../../server/src/cli/signals';

describe('a signal', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s is told once and then left to the system', async (name) => {
    const before = process.listenerCount(name);
    const aborted = await untilSignal((signal) => {
      process.emit(name);
      expect(process.listenerCount(name)).toBe(before);
      return Promise.resolve(signal.aborted);
    });
    expect(aborted).toBe(true);
    expect(process.listenerCount(name)).toBe(before);
  });

  it('is told to nobody after the command, failed or not', async () => {
    const before = process.listenerCount('SIGINT');
    await expect(untilSignal(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(process.listenerCount('SIGINT')).toBe(before);
  });

  it('is told to the command alone, whatever else asked for it meanwhile', async () => {
    const foreign = jest.fn();
    await untilSignal((signal) => {
      const removeForeign = foreignSignalHandlers();
      process.on('SIGINT', foreign);
      process.on('SIGTERM', foreign);
      removeForeign();
      process.emit('SIGINT');
      expect(signal.aborted).toBe(true);
      return Promise.resolve();
    });
    expect(foreign).not.toHaveBeenCalled();
    expect(process.listeners('SIGTERM')).not.toContain(foreign);
  });
});
