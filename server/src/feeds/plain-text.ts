/** What Liquid's `strip_html` takes out with what is inside (Liquid 4.0, `StandardFilters`). */
const HIDDEN = /<script.*?<\/script>|<!--.*?-->|<style.*?<\/style>/gs;
const TAGS = /<.*?>/gs;

/** A text without tags and with single blanks, as jekyll-feed has it: `strip_html | normalize_whitespace`. */
export function plainText(html: string): string {
  return html.replace(HIDDEN, '').replace(TAGS, '').replace(/\s+/g, ' ').trim();
}
