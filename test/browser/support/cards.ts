import type { Page } from 'playwright-core';

/** Types a card into the provider's own page, whatever its button says. */
export async function typeCard(page: Page, number: string, name: string): Promise<void> {
  await page.getByLabel('Card number').fill(number);
  await page.getByLabel('Expiry date').fill('12 / 34');
  await page.getByLabel('Security code').fill('123');
  await page.getByLabel('Name on card').fill(name);
  await page.locator('form button[type="submit"], form button:not([type])').last().click();
}
