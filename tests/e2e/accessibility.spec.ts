import { sayIn } from './say';
import { test } from './press-test';
import { WALKS } from './walks';

for (const theme of ['light', 'dark']) {
  for (const [name, walk] of Object.entries(WALKS)) {
    test(`${name} has no serious fault of accessibility, ${theme}`, async ({ page, admin, scan }) => {
      await page.addInitScript((value) => localStorage.setItem('STRAPI_THEME', value), theme);
      await walk({ page, admin, say: sayIn('en') }, async (state, ...parts) => {
        // Strapi's own buttons pale under the pointer.
        await page.mouse.move(0, 0);
        // Half of what fades in would lack contrast.
        await page.evaluate(() =>
          Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
        );
        await scan(page, { name: state, parts });
      });
    });
  }
}
