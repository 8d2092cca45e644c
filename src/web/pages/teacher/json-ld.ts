import type { Instructor, ReviewPage } from '../../api/types.ts';
import { priceText } from '../search/search-params.ts';

/** The page as structured data (schema.org), for search engines. */
export function personOf(
  instructor: Instructor,
  rating: ReviewPage['rating'],
  url: string,
): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Person',
    name: instructor.displayName,
    description: instructor.headline,
    url,
    image: new URL(instructor.facts.image, url).href,
    knowsAbout: instructor.facts.knowsAbout,
    knowsLanguage: instructor.facts.knowsLanguage,
    ...(instructor.facts.areaServed && {
      workLocation: { '@type': 'Place', name: instructor.facts.areaServed },
    }),
    makesOffer: instructor.services.map(({ title, price }) => ({
      '@type': 'Offer',
      price: priceText(price.minor, price.currency),
      priceCurrency: price.currency,
      itemOffered: {
        '@type': 'Service',
        name: title,
        provider: { '@type': 'Person', name: instructor.displayName },
        // Invented reviews of the demo are no facts: they stay out of what machines read.
        ...(rating.count > 0 &&
          !instructor.isDemo && {
            aggregateRating: {
              '@type': 'AggregateRating',
              ratingValue: rating.average,
              reviewCount: rating.count,
            },
          }),
      },
    })),
  };
}
