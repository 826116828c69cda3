import fc from 'fast-check';
import { joinFrame, splitFrame } from '../../../core/front-matter';

describe('splitFrame', () => {
  it('cuts a file at its fences', () => {
    expect(splitFrame('---\ntitle: x\n---\nbody\n')).toEqual({
      hasHeader: true,
      open: '---\n',
      yaml: 'title: x\n',
      close: '---\n',
      body: 'body\n',
      yamlOffset: 4,
      bodyOffset: 17,
    });
  });

  test.each([
    ['no fence', 'hello\n'],
    ['no end', '---\ntitle: x\nbody'],
    ['only dashes', '---'],
    ['four dashes', '----\na: b\n---\n'],
    ['a blank before the fence', ' ---\na: b\n---\n'],
    ['a line before the fence', '\n---\na: b\n---\n'],
    ['a comment behind the fence', '--- # c\na: b\n---\n'],
    ['a no-break space behind the fence', '---\u00a0\na: b\n---\n'],
    ['line ends that are CR only', '---\ra: b\r---\rbody'],
    ['an empty text', ''],
  ])('finds no header with %s', (_, text) => {
    expect(splitFrame(text)).toMatchObject({ hasHeader: false, open: '', yaml: '', close: '', body: text });
  });

  test.each([
    ['dots at the end', '---\na: b\n...\nbody', 'a: b\n', '...\n', 'body'],
    ['blanks behind fences', '--- \t\na: b\n---\t \nbody', 'a: b\n', '---\t \n', 'body'],
    ['CRLF', '---\r\na: b\r\n---\r\n\r\nbody\r\n', 'a: b\r\n', '---\r\n\r\n', 'body\r\n'],
    ['blank lines behind the end', '---\na: b\n---\n\n \t\n\n  body', 'a: b\n', '---\n\n \t\n\n', '  body'],
    ['a form feed behind the end', '---\na: b\n---\n\f\nbody', 'a: b\n', '---\n\f\n', 'body'],
    ['a fence glued to text', '---\na: b\n---c\n---\nbody', 'a: b\n---c\n', '---\n', 'body'],
    ['an indented fence', '---\na: b\n ---\n---\nbody', 'a: b\n ---\n', '---\n', 'body'],
    ['nothing between', '---\n---\n---\nbody', '', '---\n', '---\nbody'],
    ['no line end at the end', '---\na: b\n---', 'a: b\n', '---', ''],
    ['blanks at the end of the file', '---\na: b\n---  \n  ', 'a: b\n', '---  \n  ', ''],
  ])('cuts at the right places with %s', (_, text, yaml, close, body) => {
    expect(splitFrame(text)).toMatchObject({ hasHeader: true, yaml, close, body });
  });

  test.each([
    ['---\f\na: b\n---\n', '---', '\f\na: b\n'],
    ['--- \v\r\na: b\n---\n', '--- ', '\v\r\na: b\n'],
    ['---\n\n \f\n\na: b\n---\n', '---\n\n', ' \f\n\na: b\n'],
    ['---\n\f---\n---\n', '---\n', '\f---\n'],
  ])(
    'leaves a form feed or a vertical tab in the first lines to YAML, which refuses it: %j',
    (text, open, yaml) => {
      const frame = splitFrame(text);
      expect([frame.open, frame.yaml]).toEqual([open, yaml]);
      expect(joinFrame(frame)).toBe(text);
    },
  );

  it('keeps blank lines behind the first fence with it', () => {
    const frame = splitFrame('---\n\n  \n a: b\n---\n');
    expect([frame.open, frame.yaml]).toEqual(['---\n\n  \n', ' a: b\n']);
    expect(splitFrame('---\n\n---\nbody')).toMatchObject({ open: '---\n\n', yaml: '', close: '---\n' });
  });

  it('agrees with the regular expression of Jekyll', () => {
    // Ruby's \s, and ^ and $ that know \n alone.
    const jekyll = /^(---[ \t-\r]*\n[^]*?\n?)(?<![^\n])((?:---|\.\.\.)[ \t-\r]*(?:(?=\n)|$(?![^]))\n?)/;
    const part = fc.constantFrom('---', '...', '\n', '\r\n', ' ', '\t', '\f', 'a', '-', 'a: b\n', '---\n');
    const text = fc.array(part, { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((rest) => `---\n${rest}`),
        ),
        (sample) => {
          const frame = splitFrame(sample);
          const match = jekyll.exec(sample);
          expect(frame.hasHeader ? [frame.open + frame.yaml, frame.close] : null).toEqual(
            match && [match[1], match[2]],
          );
          expect(joinFrame(frame)).toBe(sample);
          expect(sample.slice(frame.bodyOffset)).toBe(frame.body);
          expect(sample.slice(frame.yamlOffset, frame.yamlOffset + frame.yaml.length)).toBe(frame.yaml);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['a header without end', `---\n${'a: b\n'.repeat(4_000_000)}`],
    ['blank lines only', `---${' \n'.repeat(10_000_000)}`],
    ['false ends', `---\n${'--- x\n'.repeat(3_500_000)}`],
    ['false ends behind blanks', `---\n---${' '.repeat(20_000_000)}x`],
  ])('gets through 20 MB of %s', (_, text) => {
    expect(joinFrame(splitFrame(text)) === text).toBe(true);
  });
});
