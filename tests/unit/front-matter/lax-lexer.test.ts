import { Lexer } from 'yaml';
import { version } from 'yaml/package.json';
import { createLaxLexer } from '../../../core/front-matter/yaml/lax-lexer';

describe('createLaxLexer', () => {
  it('rests on the very version of yaml whose private parts it knows', () => {
    expect(version).toBe('2.9.1');
    const lexer: object = new Lexer();
    for (const name of ['parseQuotedScalar', 'parseFlowCollection', 'pushUntil']) {
      expect(Reflect.get(lexer, name)).toBeInstanceOf(Function);
    }
    expect(lexer).toMatchObject({ buffer: '', pos: 0, indentNext: 0 });
  });

  it('lets quoted texts and lists go on at column 0', () => {
    expect([...createLaxLexer().lex('a:\n  b: "c\nd"\n  e: [f,\ng]\n')]).toEqual(
      expect.arrayContaining(['"c\nd"', '[', 'f', ',', 'g', ']']),
    );
  });

  it('ends the name of an anchor where libyaml does', () => {
    expect([...createLaxLexer().lex('a: &b,c x\n')]).toContain('&b');
  });
});
