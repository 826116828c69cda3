/** `{% highlight ruby linenos %}`: the code as a block of its own, without colours, its language named for a highlighter. */
export function codeBlock(code: string, args: string, markdown: boolean): string {
  const language = /^[\w.+#-]+/.exec(args)?.[0] ?? '';
  const text = code.replace(/^\r?\n|\s+$/g, '');
  if (markdown) {
    const fence = '`'.repeat(longestRun(text) < 3 ? 3 : longestRun(text) + 1);
    return `\n${fence}${language}\n${text}\n${fence}\n`;
  }
  const name = language === '' ? '' : ` class="language-${language}"`;
  return `<pre><code${name}>${escapeHtml(text)}\n</code></pre>`;
}

/** How many backticks stand side by side at most. */
function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
