/** How a link to this page looks where it is shared; `picture` is an address of ours, null without one. */
export function shareMeta({
  title,
  description,
  canonical,
  picture,
}: {
  title: string;
  description: string;
  canonical: string;
  picture: string | null;
}) {
  return [
    { property: 'og:type', content: 'article' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: canonical },
    ...(picture
      ? [
          { property: 'og:image', content: new URL(picture, canonical).href },
          { property: 'og:image:type', content: 'image/webp' },
          { property: 'og:image:width', content: '1200' },
          { property: 'og:image:height', content: '630' },
          { name: 'twitter:card', content: 'summary_large_image' },
        ]
      : []),
  ];
}
