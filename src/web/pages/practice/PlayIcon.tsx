const paths = {
  close: 'M5 5l10 10M15 5L5 15',
  sound: 'M3.5 8v4h2.6l3.9 3.2V4.8L6.1 8H3.5zM13 7.6a3.6 3.6 0 010 4.8M15.2 5.4a6.6 6.6 0 010 9.2',
  back: 'M15 4.5v11L7 10l8-5.5zM5 4.5v11',
  skip: 'M5 4.5v11l8-5.5-8-5.5zM15 4.5v11',
  pause: 'M7 4.5v11M13 4.5v11',
  play: 'M6.5 4l9 6-9 6V4z',
  check: 'M4 10.5l4 4 8-9',
} as const;

/** The signs on the player's buttons. */
export function PlayIcon({
  icon,
  className = 'size-5',
}: {
  icon: keyof typeof paths;
  className?: string;
}) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`${className} shrink-0 stroke-current stroke-[1.75]`}
    >
      <path d={paths[icon]} className={icon === 'play' ? 'fill-current' : undefined} />
    </svg>
  );
}
