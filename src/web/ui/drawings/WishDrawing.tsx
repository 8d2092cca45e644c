/** A wish, said out loud. */
export function WishDrawing() {
  return (
    <svg
      viewBox="0 0 120 90"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path
        d="M20 12h74a9 9 0 0 1 9 9v32a9 9 0 0 1-9 9H54L38 78V62H20a9 9 0 0 1-9-9V21a9 9 0 0 1 9-9z"
        className="fill-surface"
      />
      <path d="M25 29h44M25 41h30" />
      <path
        d="M86 26l2.6 6 6.4.7-4.8 4.3 1.4 6.3-5.6-3.3-5.6 3.3 1.4-6.3-4.8-4.3 6.4-.7z"
        className="fill-marigold stroke-marigold"
      />
    </svg>
  );
}
