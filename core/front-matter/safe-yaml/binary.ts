/** Ruby's `Base64.decode64`, which skips what is no Base64, read as UTF-8. */
export function decodeBinary(text: string): string {
  const letters = text.replace(/=[\s\S]*$/, '').replace(/[^A-Za-z0-9+/]/g, '');
  // One letter over a group of four holds less than a byte.
  const whole = letters.length % 4 === 1 ? letters.slice(0, -1) : letters;
  const bytes = Uint8Array.from(atob(whole), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
