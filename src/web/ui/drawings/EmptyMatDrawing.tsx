/** A mat half unrolled, a block and a cup of tea: nothing on it yet. */
export function EmptyMatDrawing() {
  return (
    <svg
      viewBox="0 0 200 150"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <ellipse cx="100" cy="130" rx="86" ry="8" className="fill-sunken" stroke="none" />
      <path d="M52 92h92l26 34H66z" className="fill-marigold-soft" />
      <path d="M52 92c-12 0-20 7-20 16s8 18 20 18h14" className="fill-surface" />
      <path d="M52 100c-7 0-11 3-11 8s4 9 10 9 9-3 9-8-3-6-7-6-6 2-6 5" />
      <path
        d="M104 84V68l26-6 12 5v16l-26 7zM104 68l12 6 26-7M116 74v16"
        className="fill-surface"
      />
      <path d="M66 78h20v-8H66zM86 72c5 0 5 5 0 5" className="fill-surface" />
      <path d="M71 63c-3-4 3-5 0-9M80 63c-3-4 3-5 0-9" className="stroke-marigold" />
    </svg>
  );
}
