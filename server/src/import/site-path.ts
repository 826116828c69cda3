/** Whether a path of a site stays within it on every system: no way out, no drive, no backslash. */
export function isInside(path: string): boolean {
  if (path === '' || /[\0\\]/.test(path) || /^[A-Za-z]:/.test(path)) return false;
  return path.split('/').every((name) => name !== '' && name !== '.' && name !== '..');
}
