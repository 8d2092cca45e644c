/** A mat half unrolled, a cup of tea and a block on it: nobody here yet. */
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
      <ellipse cx="104" cy="133" rx="86" ry="6" className="fill-sunken" stroke="none" />
      <path d="M56 124h120a3 3 0 0 1 0 7H56z" className="fill-marigold-soft" />
      <circle cx="56" cy="105" r="26" className="fill-marigold-soft" />
      <path d="M56 87a18 18 0 1 0 18 18c0-7-5-12-12-12s-12 5-12 12 4 8 8 8 6-3 6-6" />
      <path d="M132 96h36v28h-36zM132 110h36" className="fill-surface" />
      <path d="M98 106h20v12a6 6 0 0 1-6 6h-8a6 6 0 0 1-6-6z" className="fill-surface" />
      <path d="M118 109h4a4 4 0 0 1 0 9h-4" />
      <path d="M104 98c-4-5 4-7 0-12M112 98c-4-5 4-7 0-12" className="stroke-marigold" />
    </svg>
  );
}
