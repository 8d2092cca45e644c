const paths = {
  person:
    'M10 10a3.2 3.2 0 100-6.4 3.2 3.2 0 000 6.4zM3.8 16.6c.7-2.8 3.2-4.4 6.2-4.4s5.5 1.6 6.2 4.4',
  mail: 'M3 5.2h14v9.6H3zM3.4 5.6L10 10.8l6.6-5.2',
  key: 'M7 16.4a3.4 3.4 0 100-6.8 3.4 3.4 0 000 6.8zM9.5 10.7L16.6 3.6M13.2 7l2.2 2.2M15.4 4.8l1.4 1.4',
  phone: 'M6 2.6h8v14.8H6zM9 14.8h2',
  shield: 'M10 2.6l6 2.2v4.4c0 3.8-2.4 6.6-6 8.2-3.6-1.6-6-4.4-6-8.2V4.8zM7.4 9.8l1.9 1.9 3.4-3.6',
  passkey:
    'M7.4 8.6a2.9 2.9 0 100-5.8 2.9 2.9 0 000 5.8zM2.4 16.6c.4-3 2.4-5 5-5 .9 0 1.7.2 2.4.6M14.4 11.6a2.2 2.2 0 10-.1-4.4 2.2 2.2 0 00.1 4.4zM14.3 11.6v5.6M14.3 14.4h1.8',
  link: 'M8.4 11.6a3.2 3.2 0 004.6 0l2.8-2.8a3.2 3.2 0 00-4.6-4.6l-1 1M11.6 8.4a3.2 3.2 0 00-4.6 0l-2.8 2.8a3.2 3.2 0 004.6 4.6l1-1',
  laptop: 'M4.4 4.4h11.2v8H4.4zM2.4 15.6h15.2',
  program: 'M3 4.4h14v11.2H3zM6 8.4l2 1.8L6 12M10 12.2h4',
  activity: 'M10 17.2a7.2 7.2 0 100-14.4 7.2 7.2 0 000 14.4zM10 6v4.2l2.8 1.7',
  card: 'M2.8 5h14.4v10H2.8zM2.8 8.4h14.4M5.6 12h3',
  box: 'M3.4 6.4L10 3l6.6 3.4v7.2L10 17l-6.6-3.4zM3.4 6.4L10 9.8l6.6-3.4M10 9.8V17',
} as const;

export type AccountIconName = keyof typeof paths;

/** A small drawn sign on a quiet disc; it says nothing that the words beside it don't. */
export function AccountIcon({ name }: { name: AccountIconName }) {
  return (
    <span className="grid size-10 shrink-0 place-items-center rounded-full bg-sunken text-soft">
      <svg
        viewBox="0 0 20 20"
        aria-hidden="true"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="size-5 stroke-current stroke-[1.4]"
      >
        <path d={paths[name]} />
      </svg>
    </span>
  );
}
