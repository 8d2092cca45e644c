/** A music stand whose page has blown away. */
export function LostDrawing() {
  return (
    <svg
      viewBox="0 0 208 150"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <ellipse cx="96" cy="141" rx="74" ry="5" className="fill-sunken" stroke="none" />
      <path d="M40 40l88-8 8 52-88 8z" className="fill-surface" />
      <path d="M52 95l84-8M92 91l4 46M96 118l-26 21M96 118l28 19" />
      <path d="M150 26c12-8 30-9 42-3l-10 34c-12-5-26-4-38 3z" className="fill-marigold-soft" />
      <path d="M158 34c8-4 16-5 24-3M155 43c8-4 16-5 24-3" className="stroke-marigold" />
      <path
        d="M140 78c10 4 16 2 22-6M146 96c14 3 24-1 30-10"
        className="stroke-edge"
        strokeDasharray="1 7"
      />
      <path d="M52 54l64-6M54 66l40-4" className="stroke-line" />
    </svg>
  );
}
