/** The canonical spelling of a well-formed language tag (BCP 47). */
export function canonicalLocale(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** As above, else English. */
export function knownLocale(tag: string | undefined): string {
  return (tag && canonicalLocale(tag)) || 'en';
}
