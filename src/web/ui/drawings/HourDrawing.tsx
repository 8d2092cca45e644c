/** A week with one hour chosen. */
export function HourDrawing() {
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
        d="M18 18h84a5 5 0 0 1 5 5v52a5 5 0 0 1-5 5H18a5 5 0 0 1-5-5V23a5 5 0 0 1 5-5z"
        className="fill-surface"
      />
      <path d="M13 33h94M36 10v14M84 10v14" />
      <path
        d="M25 42h14v9H25zM53 42h14v9H53zM81 42h14v9H81zM25 60h14v9H25zM81 60h14v9H81z"
        className="stroke-line"
      />
      <path d="M51 58h18v13H51z" className="fill-marigold stroke-marigold" />
      <path d="M56 64.5l3 3 5.5-6" className="stroke-paper" />
    </svg>
  );
}
