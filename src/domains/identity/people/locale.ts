/** The canonical spelling of a well-formed language tag (BCP 47), else English. */
export function knownLocale(tag: string | undefined): string {
  try {
    return (tag && Intl.getCanonicalLocales(tag)[0]) || 'en';
  } catch {
    return 'en';
  }
}
