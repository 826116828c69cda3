export function registerGraphql(_context: unknown): void {}
