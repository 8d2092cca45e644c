/** Two people at one table, and a tune. */
export function LessonDrawing() {
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
        d="M22 34a9 9 0 1 0 18 0a9 9 0 1 0-18 0M80 34a9 9 0 1 0 18 0a9 9 0 1 0-18 0"
        className="fill-surface"
      />
      <path
        d="M14 66c0-11 7-18 17-18s17 7 17 18M72 66c0-11 7-18 17-18s17 7 17 18"
        className="fill-surface"
      />
      <path d="M8 66h104M20 66v14M100 66v14" />
      <path d="M56 26v-13l12-3v13" className="stroke-marigold" />
      <path
        d="M49 26a3.6 3 0 1 0 7 0a3.6 3 0 1 0-7 0M61 23a3.6 3 0 1 0 7 0a3.6 3 0 1 0-7 0"
        className="fill-marigold stroke-marigold"
      />
      <path d="M52 66l4-8h12l4 8" className="fill-marigold-soft" />
    </svg>
  );
}
